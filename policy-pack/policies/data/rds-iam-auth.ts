import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { databases, engineFamily } from "../../data/databases";
import { undecidable, type Faults } from "../../fault";
import { faultUnless, flag, text, type Reading } from "../../reading";
import { perResource, rule } from "../../rule";

const reason = "whether the engine knows IAM authentication cannot be told";

export const rdsIamAuth = rule(
    {
        id: "rds-iam-auth",
        title: "Applications can log in to databases by their IAM role",
        severity: "medium",
        checklist: ["access-4", "data-2"],
        why: "A token of fifteen minutes cannot be leaked for long, and no password lies in a configuration.",
        fix: "Set `iamDatabaseAuthenticationEnabled` to true.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-10",
        remediate: (database) => {
            const can = supportsIam(database);
            return can.known && can.value ? { iamDatabaseAuthenticationEnabled: true } : undefined;
        },
    },
    perResource(databases, (database): Faults => {
        const can = supportsIam(database);
        if (!can.known) {
            return [undecidable(can.undecided, reason)];
        }
        return can.value
            ? faultUnless(
                  flag(database, "iamDatabaseAuthenticationEnabled", false),
                  (on) => on,
                  "is not true, so clients need a password",
              )
            : [];
    }),
);

/** MySQL, PostgreSQL, and MariaDB since 10.6; a replica that does not say has its source's engine. */
function supportsIam(database: ResourceRecord): Reading<boolean> {
    const family = engineFamily(database, "engine");
    const version = text(database, "engineVersion", "");
    if (!family.known || !version.known) {
        return family.known ? (version as Reading<never>) : family;
    }
    const [major = 0, minor = 0] = version.value.split(".").map(Number);
    const isOld = version.value !== "" && (major < 10 || (major === 10 && minor < 6));
    const value = family.value === "mariadb" ? !isOld : ["mysql", "postgres"].includes(family.value ?? "");
    return { known: true, value, place: family.place };
}
