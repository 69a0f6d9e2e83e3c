import type { ResourceRecord } from "../../../analysis/model/resource-record";
import {
    clusterType,
    databases,
    globalClusterType,
    isReplica,
    isRestored,
    isServerless,
} from "../../data/databases";
import { unlessOwnKey } from "../../data/kms-keys";
import { undecidable, type Faults } from "../../fault";
import { at, faultUnless, flag, isSet } from "../../reading";
import { perResource, rule } from "../../rule";
import { toggle } from "../../settings";

export const rdsEncrypted = rule(
    {
        id: "rds-encrypted",
        title: "Databases are encrypted, by a key of ours where settings say so",
        severity: "high",
        checklist: ["data-1", "data-3"],
        why: "Encryption cannot be added later; until then every backup and replica is readable too.",
        fix: "Set `storageEncrypted` to true and `kmsKeyId` to a KMS key of yours.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-3",
        config: { ownKey: toggle("Whether AWS's own key for RDS is not enough", false) },
        remediate: (database) => (inherits(database) ? undefined : { storageEncrypted: true }),
    },
    perResource([...databases, globalClusterType], (database, { ownKey }): Faults => {
        if (inherits(database) && !isSet(database, "storageEncrypted")) {
            return isRestored(database) ? [asItsBackup(database)] : [];
        }
        return [
            ...faultUnless(flag(database, "storageEncrypted", false), (on) => on, "is not true"),
            ...(ownKey && database.type !== globalClusterType && !inherits(database)
                ? unlessOwnKey(database, "kmsKeyId", "the database is")
                : []),
        ];
    }),
);

/** A replica is encrypted as its source is, a global cluster as the one it grew from. */
const inherits = (database: ResourceRecord): boolean =>
    isReplica(database) ||
    isRestored(database) ||
    isSet(database, "sourceDbClusterIdentifier") ||
    (database.type === clusterType && isServerless(database));

const asItsBackup = (database: ResourceRecord) =>
    undecidable({
        ...at(database, "storageEncrypted"),
        property: "storageEncrypted",
        reason: "is not set, and the backup that decides it cannot be seen",
        remedy: "Set `storageEncrypted` to true.",
    });
