import { baselineFaults, installsPatches, missedHosts, openSchedules } from "../../compliance/patching";
import { runners } from "../../compliance/hosts";
import { violates, type Faults } from "../../fault";
import { provided } from "../../provided";
import { perStack, rule } from "../../rule";
import { wholeNumber } from "../../settings";
import type { Stack } from "../../stack";

export const patching = rule(
    {
        id: "patching",
        title: "Hosts are patched on a schedule",
        severity: "high",
        checklist: ["compliance-3"],
        why: "Most break-ins use a hole for which the patch was there, and nobody had installed it.",
        fix: "Run AWS-RunPatchBaseline with Operation Install in a maintenance window that reaches the hosts.",
        docs: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager.html",
        config: {
            provided: provided("patching"),
            waitDays: wholeNumber("Days that a security patch may wait for approval", 7),
        },
    },
    perStack((stack, settings): Faults => {
        const hasHosts = stack.ofType(...runners).length > 0;
        return [
            ...baselineFaults(stack, settings.waitDays),
            ...(settings.provided === "elsewhere" || !hasHosts
                ? []
                : installsPatches(stack)
                  ? missedHosts(stack)
                  : unpatched(stack)),
        ];
    }),
);

function unpatched(stack: Stack): Faults {
    const open = openSchedules(stack);
    return open.length > 0
        ? open
        : [violates(undefined, "there are hosts, and nothing installs patches on them")];
}
