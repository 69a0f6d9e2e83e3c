import { groupsByName } from "./group-names";
import {
    answerIn,
    joinReferences,
    joined,
    pinnedAddresses,
    tagsOf,
    type Answer,
    type InterfaceDraft,
} from "./interface-draft";
import { launchSettings, launchTemplateSlots, type LaunchSettings } from "./launch-settings";
import type { ModelContext } from "./model-context";
import type { Key } from "./network-model";
import {
    elements,
    flagIn,
    isAbsent,
    isUnknownSlot,
    member,
    numberIn,
    reportedSlot,
    statedSlot,
    textIn,
    type Slot,
} from "./property-slots";
import { noReferences, type References } from "./references";
import type { ResourceRecord, Undecided } from "./resource-record";
import { unknownIn } from "./undecided-values";

/** Drafts of instances, and the interfaces that stand for an instance which brings its own. */
export interface InstanceDrafts {
    readonly drafts: readonly InterfaceDraft[];
    readonly standIns: ReadonlyMap<Key, readonly Key[]>;
}

/** Instances with the interface AWS makes for them; one that names prepared interfaces has none of its own. */
export function instanceDrafts(context: ModelContext): InstanceDrafts {
    const standIns = new Map<Key, readonly Key[]>();
    const drafts: InterfaceDraft[] = [];
    for (const record of context.index.ofKind("instance")) {
        const prepared = preparedInterfaces(context, record);
        if (prepared.keys.length > 0 && prepared.undecided.length === 0) {
            standIns.set(record.urn, prepared.keys);
        } else {
            drafts.push(instanceDraft(context, record, prepared));
        }
    }
    return { drafts, standIns };
}

/** Network interfaces that are resources of their own. */
export function networkInterfaceDrafts(context: ModelContext): InterfaceDraft[] {
    return context.index.ofKind("networkInterface").map((record): InterfaceDraft => {
        const check = sourceDestCheck(record);
        return {
            record,
            kind: "networkInterface",
            subnets: context.references.any(reportedSlot(record, "subnetId"), ["subnet"]),
            securityGroups: context.references.many(reportedSlot(record, "securityGroups"), [
                "securityGroup",
            ]),
            takesDefaultGroup: true,
            ...pinned(
                ["privateIps", "privateIp"].flatMap((property) => elements(reportedSlot(record, property))),
            ),
            publicIpv4: "no",
            ipv6: statedIpv6(record) ?? "bySubnet",
            sourceDestCheck: check.value,
            undecided: check.undecided,
        };
    });
}

/** Auto Scaling groups: one entry for all instances that a group may launch. */
export function autoScalingDrafts(context: ModelContext): InterfaceDraft[] {
    const { index, references } = context;
    return index.ofKind("autoScalingGroup").map((record): InterfaceDraft => {
        const settings = launchSettings(context, autoScalingTemplateSlots(record));
        const zones = references.many(statedSlot(record, "vpcZoneIdentifiers"), ["subnet"]);
        return {
            record,
            kind: "autoScalingGroup",
            subnets: isAbsent(statedSlot(record, "vpcZoneIdentifiers")) ? settings.subnets : zones,
            securityGroups: settings.securityGroups,
            takesDefaultGroup: settings.undecided.length === 0,
            openGroups: settings.undecided.length > 0,
            publicIpv4: settings.publicIpv4 ?? (settings.undecided.length > 0 ? "undecided" : "bySubnet"),
            ipv6: settings.ipv6 ?? "bySubnet",
            sourceDestCheck: true,
            undecided: settings.undecided,
            tags: autoScalingTags(record),
        };
    });
}

function autoScalingTemplateSlots(record: ResourceRecord): Slot[] {
    const mixed = elements(statedSlot(record, "mixedInstancesPolicy"))[0];
    const specification =
        mixed === undefined ? [] : [member(member(mixed, "launchTemplate"), "launchTemplateSpecification")];
    return [
        ...launchTemplateSlots(statedSlot(record, "launchTemplate")),
        ...specification.flatMap(launchTemplateSlots),
        statedSlot(record, "launchConfiguration"),
    ];
}

function instanceDraft(context: ModelContext, record: ResourceRecord, prepared: References): InterfaceDraft {
    const { undecided } = prepared;
    const { references } = context;
    const settings: LaunchSettings = launchSettings(
        context,
        launchTemplateSlots(statedSlot(record, "launchTemplate")),
    );
    const own = context.references.any(reportedSlot(record, "subnetId"), ["subnet"]);
    const byId = references.many(reportedSlot(record, "vpcSecurityGroupIds"), ["securityGroup"]);
    const groups =
        byId.keys.length > 0 || byId.undecided.length > 0
            ? byId
            : groupsByName(context, statedSlot(record, "securityGroups"));
    const namesGroups = groups.keys.length > 0 || groups.undecided.length > 0;
    const check = sourceDestCheck(record);
    const addresses = ["privateIp", "secondaryPrivateIps"].flatMap((property) =>
        elements(reportedSlot(record, property)),
    );
    const isPublic = textIn(reportedSlot(record, "publicIp")) !== undefined;
    return {
        record,
        kind: "instance",
        subnets: joinReferences(
            own.keys.length === 0 ? settings.subnets : own,
            // An interface that is not known sits wherever it was made.
            { ...noReferences, undecided, mayBeMore: undecided.length > 0 },
        ),
        securityGroups: namesGroups ? groups : settings.securityGroups,
        takesDefaultGroup: settings.undecided.length === 0,
        // Interfaces of its own making, or a template that cannot be seen, may bring any groups.
        openGroups: undecided.length > 0 || (!namesGroups && settings.undecided.length > 0),
        ...pinned(addresses),
        publicIpv4: isPublic
            ? "yes"
            : (answerIn(statedSlot(record, "associatePublicIpAddress")) ?? settings.publicIpv4 ?? "bySubnet"),
        ipv6: statedIpv6(record) ?? settings.ipv6 ?? "bySubnet",
        sourceDestCheck: check.value,
        undecided: [...settings.undecided, ...check.undecided],
    };
}

function preparedInterfaces(context: ModelContext, record: ResourceRecord): References {
    return joinReferences(
        ...["primaryNetworkInterface", "networkInterfaces"].map((property) => {
            const list = statedSlot(record, property);
            const slots = (isUnknownSlot(list) ? [list] : elements(list)).map((slot) =>
                isUnknownSlot(slot) ? slot : member(slot, "networkInterfaceId"),
            );
            return slots.length === 0
                ? noReferences
                : context.references.many(joined(property, slots), ["networkInterface"]);
        }),
    );
}

function statedIpv6(record: ResourceRecord): Answer | undefined {
    const count = statedSlot(record, "ipv6AddressCount");
    const addresses = reportedSlot(record, "ipv6Addresses");
    if (isUnknownSlot(count) || isUnknownSlot(addresses)) {
        return "undecided";
    }
    return (numberIn(count) ?? 0) > 0 || elements(addresses).length > 0 ? "yes" : undefined;
}

function sourceDestCheck(record: ResourceRecord): {
    readonly value: boolean;
    readonly undecided: readonly Undecided[];
} {
    const slot = statedSlot(record, "sourceDestCheck");
    return {
        value: flagIn(slot) ?? !isUnknownSlot(slot),
        undecided: isUnknownSlot(slot) ? [unknownIn(slot, "whether it forwards for others")] : [],
    };
}

function pinned(slots: readonly Slot[]): Pick<InterfaceDraft, "privateAddresses"> {
    const privateAddresses = pinnedAddresses(slots);
    return privateAddresses === undefined ? {} : { privateAddresses };
}

function autoScalingTags(record: ResourceRecord): { readonly [tag: string]: string } {
    const tags = elements(statedSlot(record, "tags")).flatMap((slot): [string, string][] => {
        const key = textIn(member(slot, "key"));
        const value = textIn(member(slot, "value"));
        return key === undefined || value === undefined ? [] : [[key, value]];
    });
    return tags.length === 0 ? tagsOf(record) : Object.fromEntries(tags);
}
