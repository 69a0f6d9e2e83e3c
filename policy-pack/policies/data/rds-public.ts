import { databaseMembers } from "../../data/databases";
import { faultUnless, flag } from "../../reading";
import { perResource, rule } from "../../rule";

export const rdsPublic = rule(
    {
        id: "rds-public",
        title: "Databases have no public address",
        severity: "critical",
        checklist: ["network-5", "data-2"],
        why: "With a public address, one wide security group is all that is left between data and everybody.",
        fix: "Remove `publiclyAccessible`, or set it to false; reach the database from inside its VPC.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-2",
        remediate: () => ({ publiclyAccessible: false }),
    },
    perResource(databaseMembers, (database) =>
        faultUnless(
            flag(database, "publiclyAccessible", false),
            (isPublic) => !isPublic,
            "is true: the database gets a public address",
        ),
    ),
);
