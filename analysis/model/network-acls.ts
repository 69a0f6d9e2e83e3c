import { addressSet, addressesOf } from "../../packets/address-set";
import type { ModelContext } from "./model-context";
import type { Key, NetworkAcl, NetworkAclEntry, Vpc } from "./network-model";
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
import { adoptedTypes } from "./resource-kinds";
import type { ResourceRecord, Undecided } from "./resource-record";
import { readBlocks } from "./rule-addresses";
import { everyTraffic, networkAclTraffic } from "./rule-traffic";
import { missingIn, unknownIn, unreadableIn } from "./undecided-values";

interface EntryReading {
    readonly entries: readonly NetworkAclEntry[];
    readonly undecided: readonly Undecided[];
}

/** Every network ACL with its entries in the order AWS evaluates them, and the VPCs' untouched default ones. */
export function networkAcls(
    context: ModelContext,
    vpcs: ReadonlyMap<Key, Vpc>,
    vpcOfDefault: ReadonlyMap<Key, Key>,
): Map<Key, NetworkAcl> {
    const standalone = standaloneEntriesByAcl(context);
    const acls = new Map<Key, NetworkAcl>();
    for (const record of context.index.ofKind("networkAcl")) {
        const added = standalone.get(record.urn) ?? [];
        const inline = inlineEntries(record, added);
        acls.set(record.urn, {
            key: record.urn,
            record,
            external: record.external === true,
            undecided: [...inline.undecided, ...added.flatMap(({ undecided }) => undecided)],
            vpc:
                vpcOfDefault.get(record.urn) ??
                context.references.keyOf(reportedSlot(record, "vpcId"), ["vpc"]) ??
                context.defaultVpc(),
            isDefault: record.type === adoptedTypes.networkAcl,
            entries: inOrder([...inline.entries, ...added.flatMap(({ entries }) => entries)]),
        });
    }
    for (const vpc of vpcs.values()) {
        if (!acls.has(vpc.defaultNetworkAcl)) {
            acls.set(vpc.defaultNetworkAcl, untouchedAcl(vpc, standalone.get(vpc.defaultNetworkAcl) ?? []));
        }
    }
    for (const [key, added] of standalone) {
        if (!acls.has(key)) {
            const mentioned = context.references.mentioned("networkAcl").get(key);
            acls.set(key, {
                ...unseenNetworkAcl(key, [
                    ...(mentioned === undefined ? [] : [mentioned]),
                    ...added.flatMap(({ undecided }) => undecided),
                ]),
                entries: inOrder(added.flatMap(({ entries }) => entries)),
            });
        }
    }
    return acls;
}

/** An ACL that another stack owns, or that the plan leaves open. */
export const unseenNetworkAcl = (
    key: Key,
    undecided: readonly Undecided[],
    vpc: Key = `external:vpc:of:${key}`,
): NetworkAcl => ({ key, external: true, undecided, vpc, isDefault: false, entries: [] });

/** AWS goes by number, and each direction on its own. */
const inOrder = (entries: readonly NetworkAclEntry[]): NetworkAclEntry[] =>
    [...entries].sort(
        (left, right) => Number(left.egress) - Number(right.egress) || left.number - right.number,
    );

function untouchedAcl(vpc: Vpc, added: readonly EntryReading[]): NetworkAcl {
    const open = [false, true].flatMap((egress) =>
        [
            { number: 100, addresses: addressesOf("0.0.0.0/0") },
            { number: 101, addresses: addressesOf("::/0") },
        ].map((entry) => ({
            urn: vpc.key,
            property: "defaultNetworkAclId",
            egress,
            allow: true,
            traffic: everyTraffic,
            ...entry,
        })),
    );
    return {
        key: vpc.defaultNetworkAcl,
        external: vpc.external,
        undecided: added.flatMap(({ undecided }) => undecided),
        vpc: vpc.key,
        isDefault: true,
        entries: inOrder([...open, ...added.flatMap(({ entries }) => entries)]),
    };
}

function inlineEntries(record: ResourceRecord, added: readonly EntryReading[]): EntryReading {
    const taken = new Set(
        added.flatMap(({ entries }) => entries.map(({ egress, number }) => `${egress} ${number}`)),
    );
    const readings = ["ingress", "egress"].flatMap((direction): EntryReading[] => {
        const list = statedSlot(record, direction);
        return isUnknownSlot(list)
            ? [{ entries: [], undecided: [unknownIn(list, "the list of entries")] }]
            : elements(list).map((slot) => inlineEntry(slot, direction === "egress"));
    });
    return {
        // Where a source cannot tell inputs from outputs, the list repeats the standalone entries.
        entries: readings
            .flatMap(({ entries }) => entries)
            .filter(({ egress, number }) => record.inputs !== undefined || !taken.has(`${egress} ${number}`)),
        undecided: readings.flatMap(({ undecided }) => undecided),
    };
}

const inlineEntry = (slot: Slot, egress: boolean): EntryReading =>
    readEntry({
        slot,
        egress,
        number: member(slot, "ruleNo"),
        action: member(slot, "action"),
        at: (property) => member(slot, property),
    });

function standaloneEntriesByAcl(context: ModelContext): ReadonlyMap<Key, readonly EntryReading[]> {
    const byAcl = new Map<Key, EntryReading[]>();
    for (const record of context.index.ofKind("networkAclRule")) {
        const reference = context.references.one(statedSlot(record, "networkAclId"), ["networkAcl"]);
        if (reference.kind === "found") {
            const entries = byAcl.get(reference.key) ?? [];
            entries.push(standaloneEntry(record));
            byAcl.set(reference.key, entries);
        } else if (reference.kind === "undecided") {
            context.unattached.push(reference.undecided);
            context.doubts.add("networkAcls", reference);
        }
    }
    return byAcl;
}

function standaloneEntry(record: ResourceRecord): EntryReading {
    const at = (property: string): Slot => statedSlot(record, property);
    const egress = at("egress");
    if (isUnknownSlot(egress)) {
        return { entries: [], undecided: [unknownIn(egress, "whether the entry is for egress")] };
    }
    return readEntry({
        slot: at("ruleNumber"),
        egress: flagIn(egress) ?? false,
        number: at("ruleNumber"),
        action: at("ruleAction"),
        at,
    });
}

function readEntry(entry: {
    readonly slot: Slot;
    readonly egress: boolean;
    readonly number: Slot;
    readonly action: Slot;
    readonly at: (property: string) => Slot;
}): EntryReading {
    const number = numberIn(entry.number);
    const action = textIn(entry.action)?.toLowerCase();
    const traffic = networkAclTraffic(
        entry.at("protocol"),
        { from: entry.at("fromPort"), to: entry.at("toPort") },
        { type: entry.at("icmpType"), code: entry.at("icmpCode") },
    );
    const { cidrs, undecided } = readBlocks(
        [entry.at("cidrBlock"), entry.at("ipv6CidrBlock")].filter((slot) => !isAbsent(slot)),
    );
    const open = [
        ...(number === undefined ? [unknownIn(entry.number, "the entry's number")] : []),
        ...(action === "allow" || action === "deny" ? [] : [openAction(entry.action)]),
        ...(traffic.kind === "undecided" ? [traffic.undecided] : []),
        ...undecided,
        ...(cidrs.length + undecided.length === 0 ? [missingIn(entry.at("cidrBlock"), "address block")] : []),
    ];
    if (number === undefined || traffic.kind === "undecided" || open.length > 0) {
        return { entries: [], undecided: open };
    }
    return {
        entries: [
            {
                urn: entry.slot.record.urn,
                property: entry.slot.path,
                egress: entry.egress,
                number,
                allow: action === "allow",
                traffic: traffic.traffic,
                addresses: addressSet(cidrs),
            },
        ],
        undecided: [],
    };
}

const openAction = (slot: Slot): Undecided =>
    isUnknownSlot(slot) || isAbsent(slot)
        ? unknownIn(slot, "whether the entry allows")
        : unreadableIn(slot, 'is neither "allow" nor "deny"');
