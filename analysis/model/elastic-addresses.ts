import type { ModelContext } from "./model-context";
import type { Key } from "./network-model";
import { isAbsent, reportedSlot, statedSlot, textIn, type Slot } from "./property-slots";
import type { ResourceKind } from "./resource-kinds";

/** Which interfaces hold an Elastic IP, and which may: those an undecided association may mean. */
export interface ElasticAddresses {
    readonly held: ReadonlySet<Key>;
    /** The addresses themselves, as far as AWS has given them out. */
    readonly known: ReadonlyMap<Key, readonly string[]>;
    readonly maybeHeld: ReadonlySet<Key>;
    /** Whether any interface may hold one, for nothing tells whose it is. */
    readonly anyMayHold: boolean;
}

const targets: readonly (readonly [holder: ResourceKind, property: string, wanted: ResourceKind])[] = [
    ["elasticAddress", "instance", "instance"],
    ["elasticAddress", "networkInterface", "networkInterface"],
    ["elasticAddressAssociation", "instanceId", "instance"],
    ["elasticAddressAssociation", "networkInterfaceId", "networkInterface"],
];

/** Follows Elastic IPs to the interfaces they are on; an instance stands for its first interface. */
export function elasticAddresses(
    context: ModelContext,
    standIns: ReadonlyMap<Key, readonly Key[]>,
): ElasticAddresses {
    const held = new Set<Key>();
    const known = new Map<Key, string[]>();
    const give = (keys: readonly Key[], address: string | undefined): void =>
        keys.forEach((key) => {
            held.add(key);
            known.set(key, [...(known.get(key) ?? []), ...(address === undefined ? [] : [address])]);
        });
    const maybeHeld = new Set<Key>();
    let anyMayHold = false;
    const interfacesOf = (key: Key): readonly Key[] => standIns.get(key) ?? [key];
    const follow = (
        slot: Slot,
        wanted: ResourceKind,
        others: readonly ResourceKind[],
        address: string | undefined,
    ): void => {
        const reference = context.references.one(slot, [wanted, ...others]);
        if (reference.kind === "found") {
            give(interfacesOf(reference.key), address);
        } else if (reference.kind === "undecided") {
            context.unattached.push(reference.undecided);
            reference.candidates.flatMap(interfacesOf).forEach((key) => maybeHeld.add(key));
            anyMayHold ||= reference.anything;
        }
    };
    // What AWS reports an address to be on may be no resource of this stack: a NAT gateway's interface.
    const hold = (
        id: string | undefined,
        kinds: readonly ResourceKind[],
        address: string | undefined,
    ): void => {
        const keys = id === undefined ? [] : kinds.map((kind) => context.index.keyOf(kind, id));
        give(keys.filter((key) => key !== undefined).flatMap(interfacesOf), address);
    };
    for (const [holder, property, wanted] of targets) {
        const others: ResourceKind[] = wanted === "networkInterface" ? ["instance"] : [];
        for (const record of context.index.ofKind(holder)) {
            const stated = statedSlot(record, property);
            const address = textIn(reportedSlot(record, "publicIp"));
            if (isAbsent(stated)) {
                hold(textIn(reportedSlot(record, property)), [wanted, ...others], address);
            } else {
                follow(stated, wanted, others, address);
            }
        }
    }
    // An instance that brings its interfaces reports the address that the first of them has.
    for (const [instance, keys] of standIns) {
        const record = context.index.byUrn.get(instance);
        const address = record === undefined ? undefined : textIn(reportedSlot(record, "publicIp"));
        if (address !== undefined && keys.length === 1) {
            give(keys, address);
        } else if (address !== undefined) {
            keys.forEach((key) => maybeHeld.add(key));
        }
    }
    return { held, known, maybeHeld, anyMayHold };
}
