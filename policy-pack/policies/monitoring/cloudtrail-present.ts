import { managesAnything } from "../../account";
import { violates } from "../../fault";
import { trailFaults, trailType } from "../../monitoring/trails";
import { provided } from "../../provided";
import { perStack, rule } from "../../rule";

export const cloudtrailPresent = rule(
    {
        id: "cloudtrail-present",
        title: "A trail records what is done in the account, in every region",
        severity: "high",
        checklist: ["monitoring-2"],
        why: "Without a trail nobody can tell who changed what, and an intruder works where nobody looks.",
        fix: "Add an `aws.cloudtrail.Trail` with `isMultiRegionTrail`, logging and all management events.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html#cloudtrail-1",
        config: { provided: provided("the account's trail") },
    },
    perStack((stack, { provided }) => {
        const trails = stack.stated(trailType).map((trail) => trailFaults(trail));
        if (trails.length > 0) {
            // One that records everything is enough; the others may be for less.
            return trails.some((faults) => faults.length === 0) ? [] : trails.flat();
        }
        return provided === "elsewhere" || !managesAnything(stack)
            ? []
            : [violates(undefined, "no trail records what is done in the account")];
    }),
);
