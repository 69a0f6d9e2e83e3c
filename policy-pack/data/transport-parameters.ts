import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { blocks, text, type Block } from "../reading";
import { familyOf, type EngineFamily } from "./databases";

/** The parameter by which an engine refuses clients that do not encrypt. */
const parameterOf: { readonly [family in EngineFamily]?: string } = {
    mysql: "require_secure_transport",
    mariadb: "require_secure_transport",
    postgres: "rds.force_ssl",
    sqlserver: "rds.force_ssl",
    db2: "db2comm",
};

/** What the parameter must say; Db2 lists the protocols by which it listens. */
const refusing = (family: EngineFamily, value: string): boolean =>
    family === "db2" ? value === "ssl" : ["1", "on", "true"].includes(value);

/** The first major version whose default is to refuse them (RDS user guide; Aurora's is later). */
const refusesSince: readonly [RegExp, number][] = [
    [/^aurora-postgresql/, 17],
    [/^postgres/, 15],
];

/** Whether an engine of this name and version asks for encryption without being told to. */
function refusesByDefault(engine: string, version: string | undefined): boolean {
    const since = refusesSince.find(([name]) => name.test(engine))?.[1];
    const major = Number.parseInt(version ?? "", 10);
    return since !== undefined && major >= since;
}

/** What is wrong with the default parameters of an engine. Others than these four encrypt in other ways. */
export function defaultParametersFault(database: ResourceRecord, property: string): Faults {
    const engine = text(database, "engine", "");
    const version = text(database, "engineVersion");
    if (!engine.known || !version.known) {
        const open = engine.known ? version : engine;
        return open.known ? [] : [undecidable(open.undecided, "which parameters it has cannot be told")];
    }
    const parameter = parameterOf[familyOf(engine.value) ?? "other"];
    return parameter === undefined || refusesByDefault(engine.value, version.value)
        ? []
        : [violates({ urn: database.urn, property }, `is not set, and ${parameter} is off by default`)];
}

/** What is wrong with a parameter group of ours. */
export function parameterGroupFault(group: ResourceRecord): Faults {
    const family = text(group, "family", "");
    const parameters = blocks(group, "parameters");
    if (!family.known || !parameters.known) {
        const open = family.known ? parameters : family;
        return open.known ? [] : [undecidable(open.undecided, "whether it asks for TLS cannot be told")];
    }
    const parameter = parameterOf[familyOf(family.value) ?? "other"];
    if (parameter === undefined) {
        return [];
    }
    const written = parameters.value.filter((one) => isCalled(one, parameter)).at(-1);
    const version = /([\d.]+)$/.exec(family.value)?.[1];
    if (written === undefined) {
        return refusesByDefault(family.value, version)
            ? []
            : [violates(parameters.place, `does not set ${parameter}, so clients may send in the clear`)];
    }
    const value = text(written, "value", "");
    return !value.known
        ? [undecidable(value.undecided, "whether it asks for TLS cannot be told")]
        : refusing(familyOf(family.value) ?? "other", value.value.trim().toLowerCase())
          ? []
          : [violates(value.place, `sets ${parameter} to "${value.value}": clients may send in the clear`)];
}

function isCalled(parameter: Block, name: string): boolean {
    const called = text(parameter, "name", "");
    return called.known && called.value.toLowerCase() === name;
}
