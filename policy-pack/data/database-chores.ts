import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { at, faultUnless, flag, isSet, number, text, texts } from "../reading";
import { clusterMemberType, clusterType, databases, instanceType, isReplica, isRestored } from "./databases";
import { unlessOwnKey } from "./kms-keys";

/** One thing that has to be seen to on every database of these types. */
export interface Chore {
    readonly types: readonly string[];
    fault(database: ResourceRecord): Faults;
}

export interface ChoreSettings {
    readonly nonDefaultPort: boolean;
    readonly managedPassword: boolean;
    readonly knownUsers: readonly string[];
}

const members = [instanceType, clusterMemberType];

export const chores = (settings: ChoreSettings): readonly Chore[] => [
    {
        types: members,
        fault: (database) =>
            faultUnless(
                flag(database, "autoMinorVersionUpgrade", true),
                (on) => on,
                "is false, so known holes stay open until somebody remembers",
            ),
    },
    { types: databases, fault: unlessOn("copyTagsToSnapshot", "snapshots cannot be told apart") },
    { types: databases, fault: withoutLogs },
    {
        types: members,
        fault: (database) =>
            faultUnless(
                number(database, "monitoringInterval", 0),
                (seconds) => seconds > 0,
                "is 0, so nobody sees what the host of the database does",
            ),
    },
    { types: members, fault: unlessOn("performanceInsightsEnabled", "slow queries leave no trace") },
    { types: members, fault: insightsKey },
    { types: databases, fault: (database) => knownUser(database, settings.knownUsers) },
    { types: databases, fault: (database) => (settings.managedPassword ? password(database) : []) },
    { types: databases, fault: (database) => (settings.nonDefaultPort ? defaultPort(database) : []) },
];

function unlessOn(property: string, consequence: string): Chore["fault"] {
    return (database) =>
        faultUnless(flag(database, property, false), (on) => on, `is not true, so ${consequence}`);
}

const withoutLogs = (database: ResourceRecord): Faults =>
    faultUnless(
        texts(database, "enabledCloudwatchLogsExports"),
        (logs) => logs.length > 0,
        "is empty, so logs go with the database",
    );

function insightsKey(database: ResourceRecord): Faults {
    const on = flag(database, "performanceInsightsEnabled", false);
    return on.known && on.value
        ? unlessOwnKey(database, "performanceInsightsKmsKeyId", "the texts of queries are")
        : [];
}

function knownUser(database: ResourceRecord, known: readonly string[]): Faults {
    const user = text(database, database.type === clusterType ? "masterUsername" : "username", "");
    return faultUnless(
        user,
        (name) => !known.includes(name.toLowerCase()),
        (name) => `is "${name}", which everybody tries first`,
    );
}

/** A password in the program ends in its state; one that is only written, or AWS's own, does not. */
function password(database: ResourceRecord): Faults {
    const managed = flag(database, "manageMasterUserPassword", false);
    const written = ["password", "masterPassword"].filter((property) => isSet(database, property));
    if (!managed.known) {
        return [undecidable(managed.undecided, "who keeps the master password cannot be told")];
    }
    const needsNone =
        isReplica(database) ||
        isRestored(database) ||
        ["passwordWo", "masterPasswordWo", "globalClusterIdentifier"].some((property) =>
            isSet(database, property),
        );
    return managed.value || (written.length === 0 && needsNone)
        ? []
        : [violates(at(database, "manageMasterUserPassword"), "is not true, so nobody rotates the password")];
}

const enginePorts: readonly [RegExp, number][] = [
    [/mysql|mariadb|^aurora$/, 3306],
    [/postgres/, 5432],
    [/oracle/, 1521],
    [/sqlserver/, 1433],
    [/db2/, 50_000],
];

function defaultPort(database: ResourceRecord): Faults {
    const engine = text(database, "engine", "");
    const port = number(database, "port");
    const usual = engine.known ? enginePorts.find(([family]) => family.test(engine.value))?.[1] : undefined;
    return faultUnless(
        port,
        (written) => usual === undefined || (written ?? usual) !== usual,
        `is ${usual ?? "its engine's own"}, where everybody looks first`,
    );
}
