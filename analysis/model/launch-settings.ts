import { groupsByName } from "./group-names";
import type { ModelContext } from "./model-context";
import { answerIn, joined, joinReferences, type Answer } from "./interface-draft";
import {
    elements,
    isAbsent,
    isUnknownSlot,
    member,
    numberIn,
    statedSlot,
    textIn,
    type Slot,
} from "./property-slots";
import { noReferences, type References } from "./references";
import type { ResourceRecord, Undecided } from "./resource-record";
import { unknownIn } from "./undecided-values";

/** What a launch template or launch configuration says about the interfaces of what it launches. */
export interface LaunchSettings {
    readonly subnets: References;
    readonly securityGroups: References;
    readonly publicIpv4?: Answer;
    readonly ipv6?: Answer;
    readonly undecided: readonly Undecided[];
}

const noLaunchSettings: LaunchSettings = {
    subnets: noReferences,
    securityGroups: noReferences,
    undecided: [],
};

/** Reads the template that a slot such as `launchTemplate` names by id or by name. */
export function launchSettings(context: ModelContext, slots: readonly Slot[]): LaunchSettings {
    const slot = slots.find((candidate) => !isAbsent(candidate));
    if (slot === undefined) {
        return noLaunchSettings;
    }
    const reference = context.references.one(slot, ["launchTemplate", "launchConfiguration"]);
    const record = reference.kind === "found" ? context.index.byUrn.get(reference.key) : undefined;
    if (record === undefined) {
        const undecided =
            reference.kind === "undecided"
                ? reference.undecided
                : unknownIn(slot, "what the launch template that another stack owns says");
        return { ...noLaunchSettings, undecided: [undecided] };
    }
    return settingsOf(context, record);
}

/** The slots of an object that name a launch template. */
export const launchTemplateSlots = (specification: Slot): Slot[] =>
    (isUnknownSlot(specification) ? [specification] : elements(specification).slice(0, 1)).flatMap(
        (template) =>
            textIn(template) !== undefined || isUnknownSlot(template)
                ? [template]
                : ["id", "launchTemplateId", "name", "launchTemplateName"].map((property) =>
                      member(template, property),
                  ),
    );

function settingsOf(context: ModelContext, record: ResourceRecord): LaunchSettings {
    const { references } = context;
    const list = statedSlot(record, "networkInterfaces");
    const interfaces = elements(list);
    const ofInterfaces = (property: string): Slot[] =>
        interfaces.map((slot) => member(slot, property)).filter((slot) => !isAbsent(slot));
    const groups = [...ofInterfaces("securityGroups")];
    const subnets = ofInterfaces("subnetId");
    const publicIpv4 = [
        ...(isUnknownSlot(list) ? [list] : ofInterfaces("associatePublicIpAddress")),
        statedSlot(record, "associatePublicIpAddress"),
    ]
        .map(answerIn)
        .find((answer) => answer !== undefined);
    const unknown = [list, ...interfaces].find(isUnknownSlot);
    const asksForIpv6 =
        ofInterfaces("ipv6AddressCount").some((slot) => (numberIn(slot) ?? 1) > 0) ||
        ofInterfaces("ipv6Addresses").length > 0;
    const own = [
        references.many(statedSlot(record, "vpcSecurityGroupIds"), ["securityGroup"]),
        ...["securityGroups", "securityGroupNames"].map((property) =>
            groupsByName(context, statedSlot(record, property)),
        ),
    ];
    const named =
        groups.length > 0 ? [references.many(joined("networkInterfaces", groups), ["securityGroup"])] : own;
    return {
        subnets:
            subnets.length > 0
                ? references.many(joined("networkInterfaces", subnets), ["subnet"])
                : noReferences,
        securityGroups: joinReferences(...named),
        ...(publicIpv4 === undefined ? {} : { publicIpv4 }),
        ...(asksForIpv6
            ? { ipv6: "yes" as const }
            : unknown === undefined
              ? {}
              : { ipv6: "undecided" as const }),
        undecided: unknown === undefined ? [] : [unknownIn(unknown, "what interfaces it launches")],
    };
}
