import type { ModelContext } from "./model-context";
import type { BlockPublicAccess, Key } from "./network-model";
import { reportedSlot, statedSlot, textIn } from "./property-slots";
import { missingIn, unknownIn } from "./undecided-values";

/** What the account's VPC Block Public Access does, as far as this stack sets it. */
export function blockPublicAccess(context: ModelContext): BlockPublicAccess {
    const options = context.index.ofKind("blockPublicAccessOptions")[0];
    return {
        mode: "off",
        exclusions: exclusions(context),
        ...(options === undefined ? {} : { ...modeOf(context), urn: options.urn }),
    };
}

function modeOf(context: ModelContext): Pick<BlockPublicAccess, "mode"> {
    const slots = context.index
        .ofKind("blockPublicAccessOptions")
        .map((record) => statedSlot(record, "internetGatewayBlockMode"));
    const modes = slots.map(textIn);
    slots
        .filter((slot) => textIn(slot) === undefined)
        .forEach((slot) => context.unattached.push(unknownIn(slot, "what is blocked")));
    // Of several regions' settings, the one that blocks least is the one to count on.
    const mode = (["off", "block-ingress", "block-bidirectional"] as const).find((each) =>
        modes.includes(each),
    );
    return { mode: modes.includes(undefined) ? "off" : (mode ?? "off") };
}

function exclusions(context: ModelContext): BlockPublicAccess["exclusions"] {
    return context.index.ofKind("blockPublicAccessExclusion").flatMap((record) => {
        const subjects = (["vpc", "subnet"] as const).flatMap(
            (kind): readonly Key[] => context.references.any(reportedSlot(record, `${kind}Id`), [kind]).keys,
        );
        const slot = statedSlot(record, "internetGatewayExclusionMode");
        if (subjects.length === 0) {
            context.unattached.push(missingIn(statedSlot(record, "vpcId"), "VPC or subnet to exclude"));
        }
        // Where its mode is not known, an exclusion lets through as much as it may.
        const mode = textIn(slot) === "allow-egress" ? "allow-egress" : "allow-bidirectional";
        return subjects.map((subject): BlockPublicAccess["exclusions"][number] => ({ subject, mode }));
    });
}
