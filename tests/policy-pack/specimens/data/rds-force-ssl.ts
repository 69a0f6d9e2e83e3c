import { cluster, database, replica } from "../../support/sound-data";
import { ref, resource, type Specimens, type SpecimenResource } from "../../support/specimen";

const group = (family: string, name?: string, value?: string) =>
    resource("aws:rds/parameterGroup:ParameterGroup", "parameters", {
        family,
        parameters: name === undefined ? [] : [{ name, value }],
    });
const using = (
    parameters: SpecimenResource,
    inputs: SpecimenResource["inputs"] = {},
): readonly SpecimenResource[] => [
    ...database({ ...inputs, parameterGroupName: ref("parameters", "name") }),
    parameters,
];
const postgres = (engineVersion: string) => ({ engine: "postgres", engineVersion });

export const specimens: Specimens = {
    config: { trustedGroups: ["central-mysql"] },
    compliant: {
        MySQL: using(group("mysql8.4", "require_secure_transport", "ON")),
        "MySQL, by a number": using(group("mysql8.4", "require_secure_transport", "1")),
        "PostgreSQL before 15": using(group("postgres14", "rds.force_ssl", "1"), postgres("14.9")),
        "PostgreSQL since 15, by default": database({ ...postgres("16.3") }),
        "PostgreSQL since 15, by the default of a group": using(group("postgres16"), postgres("16.3")),
        "an engine that encrypts in other ways": database({ engine: "oracle-se2", engineVersion: "19" }),
        "a group that another stack takes care of": database({ parameterGroupName: "central-mysql" }),
        "Aurora since 17, by default": cluster(),
        "a replica, as its source is": replica(),
    },
    violating: {
        "MySQL, by default": database(),
        "MySQL, by the default group": database({ parameterGroupName: "default.mysql8.4" }),
        "MySQL, left out": using(group("mysql8.4")),
        "MySQL, switched off": using(group("mysql8.4", "require_secure_transport", "OFF")),
        "PostgreSQL before 15, by default": database({ ...postgres("14.9") }),
        "PostgreSQL since 15, switched off": using(
            group("postgres16", "rds.force_ssl", "0"),
            postgres("16.3"),
        ),
        "Aurora before 17": cluster({ engineVersion: "15.4" }),
        "a cluster's group": [
            ...cluster({ dbClusterParameterGroupName: ref("parameters", "name") }),
            resource("aws:rds/clusterParameterGroup:ClusterParameterGroup", "parameters", {
                family: "aurora-mysql8.0",
                parameters: [],
            }),
        ],
    },
    undecidable: {
        "a group of nobody known": database({ parameterGroupName: "somebody-elses" }),
        "a value that nobody knows yet": [
            ...database({ parameterGroupName: ref("parameters", "name") }),
            resource("aws:rds/parameterGroup:ParameterGroup", "parameters", {
                family: "mysql8.4",
                parameters: [{ name: "require_secure_transport", value: ref("parameters", "anything") }],
            }),
        ],
    },
};
