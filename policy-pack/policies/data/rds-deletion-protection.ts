import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { databases, globalClusterType, isReplica } from "../../data/databases";
import type { Faults } from "../../fault";
import { faultUnless, flag } from "../../reading";
import { perResource, rule } from "../../rule";
import { toggle } from "../../settings";

export const rdsDeletionProtection = rule(
    {
        id: "rds-deletion-protection",
        title: "Databases cannot be deleted in a slip, and leave a last snapshot",
        severity: "medium",
        checklist: ["data-4"],
        why: "Pulumi's `protect` binds Pulumi only; anybody at the console could still delete the data.",
        fix: "Set `deletionProtection` to true, `skipFinalSnapshot` to false and name the last snapshot.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-8",
        config: {
            required: toggle("Whether databases must be protected; false where they come and go", true),
        },
        remediate: (_, { required }) => (required ? { deletionProtection: true } : undefined),
    },
    perResource([...databases, globalClusterType], (database, { required }) =>
        required ? [...protection(database), ...lastSnapshot(database)] : [],
    ),
);

const protection = (database: ResourceRecord): Faults =>
    faultUnless(flag(database, "deletionProtection", false), (on) => on, "is not true");

/** AWS takes no last snapshot of a replica. */
const lastSnapshot = (database: ResourceRecord): Faults =>
    isReplica(database)
        ? []
        : faultUnless(
              flag(database, "skipFinalSnapshot", false),
              (skips) => !skips,
              "is true: what was written since the last backup goes with the database",
          );
