import { attestation } from "../../attestation";

export const restoreAttested = attestation({
    id: "restore-attested",
    title: "Somebody answers for a whole restore having been done",
    severity: "medium",
    checklist: ["data-4"],
    why: "A plan shows that restores are tested, never that an application came up on what was restored.",
    docs: "https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html",
    statement: "databases and disks were restored from backups, and the application came up on them",
    validDays: 180,
});
