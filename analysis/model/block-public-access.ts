import type { ModelContext } from "./model-context";
import type { BlockPublicAccess, BlockPublicAccessMode, Key } from "./network-model";
import { isUnknownSlot, reportedSlot, statedSlot, textIn } from "./property-slots";
import type { ResourceRecord, Undecided } from "./resource-record";
import { missingIn, unknownIn } from "./undecided-values";
import { regionOf } from "./vpcs";

const modes: readonly BlockPublicAccessMode[] = ["off", "block-ingress", "block-bidirectional"];

/** What the account's VPC Block Public Access does, Region by Region, as far as this stack sets it. */
export function blockPublicAccess(context: ModelContext): BlockPublicAccess {
    const undecided: Undecided[] = [];
    const settings = context.index.ofKind("blockPublicAccessOptions").map((record) => {
        const slot = statedSlot(record, "internetGatewayBlockMode");
        const mode = modes.find((each) => each === textIn(slot));
        const region = statedSlot(record, "region");
        undecided.push(
            ...(mode === undefined ? [unknownIn(slot, "what is blocked")] : []),
            ...(isUnknownSlot(region) ? [unknownIn(region, "the Region it holds for")] : []),
        );
        return { urn: record.urn, mode: mode ?? "off", region: regionOf(context.index, record) };
    });
    const lifted = exclusions(context, undecided);
    const [first] = settings;
    const open = {
        exclusions: lifted,
        ...(undecided.length === 0 ? {} : { undecided }),
    };
    context.unattached.push(...undecided);
    if (first === undefined) {
        return { mode: "off", ...open };
    }
    if (new Set(settings.map(({ region }) => region)).size < 2) {
        // Of two settings for one Region, the one that blocks least is the one to count on.
        const least = modes.find((mode) => settings.some((setting) => setting.mode === mode))!;
        return { mode: least, urn: first.urn, ...open };
    }
    const ofRegions = new Map(settings.map(({ region, mode, urn }) => [region ?? "", { mode, urn }]));
    return { mode: ofRegions.get("")?.mode ?? "off", urn: first.urn, ofRegions, ...open };
}

function exclusions(context: ModelContext, undecided: Undecided[]): BlockPublicAccess["exclusions"] {
    return context.index.ofKind("blockPublicAccessExclusion").flatMap((record) => {
        const named = (["vpc", "subnet"] as const).map((kind) =>
            context.references.one(reportedSlot(record, `${kind}Id`), [kind]),
        );
        const subjects = named.flatMap((reference): readonly Key[] =>
            reference.kind === "found" ? [reference.key] : [],
        );
        named.forEach((reference) => reference.kind === "undecided" && undecided.push(reference.undecided));
        if (named.every(({ kind }) => kind === "none")) {
            undecided.push(missingIn(statedSlot(record, "vpcId"), "VPC or subnet to exclude"));
        }
        const mode = exclusionMode(record, undecided);
        return subjects.map((subject): BlockPublicAccess["exclusions"][number] => ({ subject, mode }));
    });
}

/** Where its mode is not known, an exclusion lets through as much as it may. */
function exclusionMode(
    record: ResourceRecord,
    undecided: Undecided[],
): BlockPublicAccess["exclusions"][number]["mode"] {
    const slot = statedSlot(record, "internetGatewayExclusionMode");
    if (isUnknownSlot(slot)) {
        undecided.push(unknownIn(slot, "what the exclusion allows"));
    }
    return textIn(slot) === "allow-egress" ? "allow-egress" : "allow-bidirectional";
}
