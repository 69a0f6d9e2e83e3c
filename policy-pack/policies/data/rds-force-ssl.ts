import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { clusterType, databases, isReplica } from "../../data/databases";
import { defaultParametersFault, parameterGroupFault } from "../../data/transport-parameters";
import { undecidable, type Faults } from "../../fault";
import { isSet, text } from "../../reading";
import { perStack, rule } from "../../rule";
import { textList } from "../../settings";
import type { Stack } from "../../stack";

export const rdsForceSsl = rule(
    {
        id: "rds-force-ssl",
        title: "Databases refuse clients that do not encrypt",
        severity: "high",
        checklist: ["data-2"],
        why: "A driver that is not told otherwise sends passwords and rows in the clear.",
        fix: "Give it a parameter group with rds.force_ssl 1, or require_secure_transport ON for MySQL.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-38",
        config: {
            trustedGroups: textList("Parameter groups of other stacks that are known to ask for TLS", []),
        },
    },
    perStack((stack, { trustedGroups }) =>
        stack.stated(...databases).flatMap((database) => faultsOf(stack, database, trustedGroups)),
    ),
);

function faultsOf(stack: Stack, database: ResourceRecord, trusted: readonly string[]): Faults {
    const isCluster = database.type === clusterType;
    const property = isCluster ? "dbClusterParameterGroupName" : "parameterGroupName";
    const kind = isCluster
        ? "aws:rds/clusterParameterGroup:ClusterParameterGroup"
        : "aws:rds/parameterGroup:ParameterGroup";
    const name = text(database, property, "");
    if (!isSet(database, property) || (name.known && name.value.startsWith("default."))) {
        return isReplica(database) ? [] : defaultParametersFault(database, property);
    }
    if (name.known && trusted.includes(name.value)) {
        return [];
    }
    const groups = stack.references(database, property, kind);
    if (!groups.known) {
        return [undecidable(groups.undecided, "whether it asks for TLS cannot be told")];
    }
    if (groups.value.length === 0) {
        const reason = "names a parameter group of another stack, so whether it asks for TLS cannot be told";
        const remedy = "Manage the group in this stack, or name it in `trustedGroups`.";
        return [undecidable({ urn: database.urn, property, reason, remedy })];
    }
    return groups.value.flatMap(parameterGroupFault);
}
