import { clusterType, databases, isReplica } from "../../data/databases";
import { faultUnless, number } from "../../reading";
import { perResource, rule } from "../../rule";
import { wholeNumber } from "../../settings";

/** The most that RDS keeps. */
const longest = 35;

export const rdsBackups = rule(
    {
        id: "rds-backups",
        title: "Databases are backed up every day, and the backups kept",
        severity: "high",
        checklist: ["data-4"],
        why: "Left out, an instance keeps no backup at all, and a cluster only yesterday's.",
        fix: "Set `backupRetentionPeriod` to the days that backups must be kept, 35 at most.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-11",
        config: { retentionDays: wholeNumber("Days that backups must be kept at least", 7, 1) },
    },
    perResource(databases, (database, { retentionDays }) =>
        isReplica(database)
            ? []
            : faultUnless(
                  number(database, "backupRetentionPeriod", database.type === clusterType ? 1 : 0),
                  (days) => days >= retentionDays && days <= longest,
                  (days) =>
                      days > longest
                          ? `is ${days} days; RDS keeps backups for ${longest} at most`
                          : `is ${days} days; ${retentionDays} are needed`,
              ),
    ),
);
