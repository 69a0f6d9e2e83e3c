import { addressSet } from "../../packets/address-set";
import { readCidr, isCidrProblem } from "../../packets/cidr";
import type { ModelContext } from "./model-context";
import type { InterfaceKind, Key, NetworkInterface, Subnet, Vpc } from "./network-model";
import {
    elements,
    flagIn,
    isAbsent,
    isPlainObject,
    isUnknownSlot,
    statedSlot,
    textIn,
    type Slot,
} from "./property-slots";
import type { References } from "./references";
import type { ResourceRecord, Undecided } from "./resource-record";
import { vpcDefaults } from "./vpcs";

export type Answer = "yes" | "no" | "undecided";

/** What a resource says about the interfaces it makes, before its subnets are looked at. */
export interface InterfaceDraft {
    readonly record: ResourceRecord;
    readonly kind: InterfaceKind;
    readonly subnets: References;
    readonly securityGroups: References;
    /** Whether AWS gives it the VPC's default group where it names none. */
    readonly takesDefaultGroup: boolean;
    /** Whether its groups are not, or not all, known. */
    readonly openGroups?: boolean;
    /** Its VPC, where it names one itself. */
    readonly vpc?: Key;
    readonly privateAddresses?: NetworkInterface["privateAddresses"];
    /** `maybeBySubnet`: whether its subnet's setting counts for such a resource is not known. */
    readonly publicIpv4: Answer | "bySubnet" | "maybeBySubnet";
    readonly ipv6: Answer | "bySubnet";
    readonly sourceDestCheck: boolean;
    readonly undecided?: readonly Undecided[];
    readonly tags?: NetworkInterface["tags"];
}

/** Completes a draft by what its subnets and its VPC decide. */
export function finishInterface(
    context: ModelContext,
    draft: InterfaceDraft,
    subnets: ReadonlyMap<Key, Subnet>,
    vpcs: ReadonlyMap<Key, Vpc>,
): NetworkInterface {
    const { record } = draft;
    const placed = draft.subnets.keys.map((key) => subnets.get(key));
    const first = draft.subnets.keys[0];
    const vpc: Key =
        draft.vpc ??
        placed.find((subnet) => subnet !== undefined)?.vpc ??
        (first === undefined ? context.defaultVpc() : `external:vpc:of:${first}`);
    const { defaultSecurityGroup } = vpcs.get(vpc) ?? vpcDefaults(context.index, vpc);
    const named = draft.securityGroups;
    const namesNone = named.keys.length === 0 && named.undecided.length === 0;
    const isDefault = namesNone && draft.takesDefaultGroup;
    // Whose default group it has, only its VPC would tell.
    const unplaced = draft.subnets.undecided.length > 0 || !vpcs.has(vpc);
    // What has no group known here, such as a firewall's endpoint, may let anything through.
    const isUnfiltered = namesNone && !draft.takesDefaultGroup && draft.kind === "other";
    const openGroups =
        draft.openGroups === true || named.undecided.length > 0 || isUnfiltered || (isDefault && unplaced);
    // Where it may sit elsewhere, that place stands for all that is not known.
    const elsewhere = draft.subnets.mayBeMore || (first === undefined && draft.subnets.undecided.length > 0);
    return {
        key: record.urn,
        record,
        external: record.external === true,
        undecided: [...draft.subnets.undecided, ...named.undecided, ...(draft.undecided ?? [])],
        kind: draft.kind,
        vpc,
        subnets: [
            ...draft.subnets.keys,
            ...(elsewhere ? [context.references.mention("subnet", `undecided:subnet:of:${record.urn}`)] : []),
        ],
        securityGroups: isDefault ? [defaultSecurityGroup] : named.keys,
        ...(openGroups ? { openGroups } : {}),
        ...(draft.privateAddresses === undefined ? {} : { privateAddresses: draft.privateAddresses }),
        publicIpv4: publicAnswer(draft.publicIpv4, placed),
        ipv6: draft.ipv6 === "bySubnet" ? bySubnet(placed, ({ assignsIpv6 }) => assignsIpv6) : draft.ipv6,
        sourceDestCheck: draft.sourceDestCheck,
        tags: draft.tags ?? tagsOf(record),
    };
}

function publicAnswer(stated: InterfaceDraft["publicIpv4"], placed: readonly (Subnet | undefined)[]): Answer {
    if (stated !== "bySubnet" && stated !== "maybeBySubnet") {
        return stated;
    }
    const given = bySubnet(placed, ({ assignsPublicIpv4 }) => assignsPublicIpv4);
    return stated === "maybeBySubnet" && given === "yes" ? "undecided" : given;
}

/** What subnets give to what is launched in them: one that does is enough, and an unseen one may. */
function bySubnet(placed: readonly (Subnet | undefined)[], gives: (subnet: Subnet) => boolean): Answer {
    if (placed.some((subnet) => subnet !== undefined && gives(subnet))) {
        return "yes";
    }
    return placed.some((subnet) => subnet === undefined || subnet.external) ? "undecided" : "no";
}

/** A flag as an answer; undefined where it is not stated. */
export function answerIn(slot: Slot): Answer | undefined {
    if (isUnknownSlot(slot)) {
        return "undecided";
    }
    const text = textIn(slot)?.toUpperCase();
    const flag = flagIn(slot) ?? (text === "ENABLED" ? true : text === "DISABLED" ? false : undefined);
    return flag === undefined ? undefined : flag ? "yes" : "no";
}

/** The single addresses that slots pin, if there are any and all are known. */
export function pinnedAddresses(slots: readonly Slot[]): NetworkInterface["privateAddresses"] {
    const stated = slots.filter((slot) => !isAbsent(slot));
    const cidrs = stated.map((slot) => {
        const text = textIn(slot) ?? "";
        const block = readCidr(text.includes("/") ? text : `${text}/${text.includes(":") ? 128 : 32}`);
        return isCidrProblem(block) ? undefined : block;
    });
    const known = cidrs.filter((block) => block !== undefined);
    return known.length === 0 || known.length < cidrs.length ? undefined : addressSet(known);
}

/** Slots of the same meaning inside one property, as the list they make together. */
export function joined(property: string, slots: readonly Slot[]): Slot {
    const first = slots[0]!;
    const whole = slots.length === 1 && isUnknownSlot(first) && !namesOne(first);
    return {
        record: first.record,
        path: property,
        value: whole
            ? first.value
            : slots.flatMap((slot) =>
                  isUnknownSlot(slot) ? [slot.value] : elements(slot).map(({ value }) => value),
              ),
    };
}

/** Whether a property takes one id rather than a list of them, as its name tells. */
export const namesOne = ({ path }: Slot): boolean => /(Id|Arn|[Ss]ubnet|[Gg]roup)$/.test(path);

export function tagsOf(record: ResourceRecord): NetworkInterface["tags"] {
    const tags = statedSlot(record, "tags").value;
    return isPlainObject(tags)
        ? Object.fromEntries(
              Object.entries(tags).filter((tag): tag is [string, string] => typeof tag[1] === "string"),
          )
        : {};
}

export function joinReferences(...all: readonly References[]): References {
    const certain = new Set(all.flatMap(({ keys, open }) => keys.filter((key) => !open.includes(key))));
    return {
        keys: [...new Set(all.flatMap(({ keys }) => keys))].sort(),
        undecided: all.flatMap(({ undecided }) => undecided),
        open: [...new Set(all.flatMap(({ open }) => open))].filter((key) => !certain.has(key)).sort(),
        mayBeMore: all.some(({ mayBeMore }) => mayBeMore),
        anything: all.some(({ anything }) => anything),
    };
}
