import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { chores, type Chore } from "../../data/database-chores";
import { databases, clusterMemberType } from "../../data/databases";
import { perResource, rule } from "../../rule";
import { textList, toggle } from "../../settings";

export const rdsHygiene = rule(
    {
        id: "rds-hygiene",
        title: "Databases are patched, watched, and run by nobody whose name and password are known",
        severity: "medium",
        checklist: ["monitoring-1", "compliance-3"],
        why: "Unpatched, unwatched and with an administrator called admin is how most databases are lost.",
        fix: "Set what is named: minor upgrades, tags on snapshots, log exports, monitoring, insights, user.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html",
        config: {
            nonDefaultPort: toggle(
                "Whether databases must listen on another port than their engine's own",
                false,
            ),
            managedPassword: toggle("Whether AWS must keep and rotate the master password", true),
            knownUsers: textList("Master user names that everybody tries first", [
                "admin",
                "administrator",
                "awsuser",
                "mysql",
                "postgres",
                "root",
                "sa",
            ]),
        },
    },
    perResource([...databases, clusterMemberType], (database: ResourceRecord, settings) =>
        chores(settings).flatMap(({ types, fault }: Chore) =>
            types.includes(database.type) ? fault(database) : [],
        ),
    ),
);
