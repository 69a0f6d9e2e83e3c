import { holdingData } from "../../data/backup-coverage";
import { restoreSelectionType, untestedData } from "../../data/restore-tests";
import { planType } from "../../data/backup-plans";
import { violates, type Faults } from "../../fault";
import { provided } from "../../provided";
import { perStack, rule } from "../../rule";

const testType = "aws:backup/restoreTestingPlan:RestoreTestingPlan";

export const backupRestoreTest = rule(
    {
        id: "backup-restore-test",
        title: "Restores are tested, again and again, by themselves",
        severity: "medium",
        checklist: ["data-4"],
        why: "A backup that nobody has restored is a hope; most turn out broken on the day of need.",
        fix: "Add an `aws.backup.RestoreTestingPlan` and a `RestoreTestingSelection` for each kind of data.",
        docs: "https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html",
        config: { provided: provided("restore tests") },
    },
    perStack((stack, settings): Faults => {
        const tests = stack.ofType(testType);
        const keepsData = holdingData(stack).length > 0 || stack.ofType(planType).length > 0;
        return [
            ...tests
                .filter(
                    (test) =>
                        stack.referrers(test, restoreSelectionType, "restoreTestingPlanName").length === 0,
                )
                .map((test) => violates(test, "selects nothing, so it restores nothing")),
            ...(tests.length > 0 ? untestedData(stack) : []),
            ...(tests.length > 0 || !keepsData || settings.provided === "elsewhere"
                ? []
                : [violates(undefined, "there are data to back up, and no plan that tests restoring them")]),
        ];
    }),
);
