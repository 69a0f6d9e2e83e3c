import { cluster, database, replica } from "../../support/sound-data";
import { ref, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    config: { retentionDays: 14 },
    compliant: {
        "an instance": database(),
        "a cluster": cluster(),
        "a number that is a text": database({ backupRetentionPeriod: "14" }),
        "a replica": replica(),
    },
    violating: {
        none: database({ backupRetentionPeriod: 0 }),
        "left out by an instance": database({ backupRetentionPeriod: undefined }),
        "left out by a cluster": cluster({ backupRetentionPeriod: undefined }),
        "a week": database({ backupRetentionPeriod: 7 }),
        "more than RDS keeps": database({ backupRetentionPeriod: 90 }),
    },
    undecidable: { "as nobody knows yet": database({ backupRetentionPeriod: ref("database", "anything") }) },
};
