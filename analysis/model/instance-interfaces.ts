import type { ModelContext } from "./model-context";
import type { Key } from "./network-model";
import { elements, member, statedSlot } from "./property-slots";

/**
 * The interfaces of each instance that has others than the one AWS makes for it: those prepared for it,
 * those attached to it beside its own, and for a database instance those of its cluster.
 */
export function instanceInterfaces(
    context: ModelContext,
    standIns: ReadonlyMap<Key, readonly Key[]>,
): ReadonlyMap<Key, readonly Key[]> {
    const { index, references } = context;
    const byInstance = new Map<Key, Set<Key>>(
        [...standIns].map(([instance, prepared]) => [instance, new Set(prepared)]),
    );
    const attach = (instance: Key | undefined, networkInterface: Key | undefined): void => {
        if (instance !== undefined && networkInterface !== undefined && index.byUrn.has(instance)) {
            const own = byInstance.get(instance) ?? new Set([instance]);
            byInstance.set(instance, own.add(networkInterface));
        }
    };
    for (const record of index.ofKind("networkInterface")) {
        for (const slot of elements(statedSlot(record, "attachments"))) {
            attach(references.keyOf(member(slot, "instance"), ["instance"]), record.urn);
        }
    }
    for (const record of index.ofKind("networkInterfaceAttachment")) {
        attach(
            references.keyOf(statedSlot(record, "instanceId"), ["instance"]),
            references.keyOf(statedSlot(record, "networkInterfaceId"), ["networkInterface"]),
        );
    }
    for (const record of index.ofKind("databaseClusterInstance")) {
        const cluster = references.keyOf(statedSlot(record, "clusterIdentifier"), ["databaseCluster"]);
        if (cluster !== undefined && index.byUrn.has(cluster)) {
            byInstance.set(record.urn, new Set([cluster]));
        }
    }
    return new Map([...byInstance].map(([instance, keys]) => [instance, [...keys].sort()]));
}
