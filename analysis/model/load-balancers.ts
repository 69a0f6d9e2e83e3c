import type { ModelContext } from "./model-context";
import { listenersByLoadBalancer } from "./listeners";
import type { Key, Listener, LoadBalancer, Target, TargetGroup } from "./network-model";
import {
    elements,
    flagIn,
    isAbsent,
    isUnknownSlot,
    member,
    numberIn,
    statedSlot,
    textIn,
} from "./property-slots";
import { joinReferences } from "./interface-draft";
import { certainly, type References } from "./references";
import type { ResourceRecord, Undecided } from "./resource-record";
import { unknownIn } from "./undecided-values";

/** Load balancers of every type. A classic one's instances are put into target groups of their own. */
export function loadBalancers(context: ModelContext, groups: Map<Key, TargetGroup>): Map<Key, LoadBalancer> {
    const listeners = listenersByLoadBalancer(context);
    const balancers = new Map<Key, LoadBalancer>();
    for (const record of context.index.ofKind("loadBalancer")) {
        const typeSlot = statedSlot(record, "loadBalancerType");
        const stated = textIn(typeSlot);
        const type = stated === "network" || stated === "gateway" ? stated : "application";
        const own = listeners.get(record.urn);
        balancers.set(record.urn, {
            ...balancerOf(record),
            type,
            crossZone: flagIn(statedSlot(record, "enableCrossZoneLoadBalancing")) ?? type === "application",
            listeners: own?.listeners ?? [],
            undecided: [
                ...undecidedSide(record, "enableCrossZoneLoadBalancing"),
                ...(isUnknownSlot(typeSlot) ? [unknownIn(typeSlot, "the type of load balancer")] : []),
                ...(own?.undecided ?? []),
            ],
        });
    }
    for (const [record, members] of classicMembers(context)) {
        const read = classicListeners(record, members, groups);
        balancers.set(record.urn, {
            ...balancerOf(record),
            type: "classic",
            crossZone: flagIn(statedSlot(record, "crossZoneLoadBalancing")) ?? true,
            listeners: read.listeners,
            undecided: [
                ...undecidedSide(record, "crossZoneLoadBalancing"),
                ...members.undecided,
                ...read.undecided,
            ],
        });
    }
    return balancers;
}

const balancerOf = (record: ResourceRecord) => ({
    key: record.urn,
    record,
    external: record.external === true,
    // One whose side is not known counts as facing the internet.
    internal: flagIn(statedSlot(record, "internal")) ?? false,
    networkInterface: record.urn,
});

function undecidedSide(record: ResourceRecord, crossZone: string): Undecided[] {
    const slots = [
        ["internal", "whether it faces the internet"],
        [crossZone, "whether its nodes serve other zones"],
    ] as const;
    return slots.flatMap(([property, meaning]) => {
        const slot = statedSlot(record, property);
        return isUnknownSlot(slot) ? [unknownIn(slot, meaning)] : [];
    });
}

function classicMembers(context: ModelContext): ReadonlyMap<ResourceRecord, References> {
    const { index, references } = context;
    const added = new Map<Key, References[]>();
    const attach = (balancers: References, members: References): void => {
        context.doubts.addAll("loadBalancers", balancers);
        balancers.keys
            .filter((key) => !balancers.open.includes(key))
            .forEach((key) => added.set(key, [...(added.get(key) ?? []), members]));
    };
    for (const record of index.ofKind("classicLoadBalancerAttachment")) {
        attach(
            references.any(statedSlot(record, "elb"), ["classicLoadBalancer"]),
            references.any(statedSlot(record, "instance"), ["instance"]),
        );
    }
    for (const record of index.ofKind("autoScalingGroup")) {
        attach(
            references.many(statedSlot(record, "loadBalancers"), ["classicLoadBalancer"]),
            certainly(record.urn),
        );
    }
    for (const record of index
        .ofKind("autoScalingAttachment")
        .filter((each) => !isAbsent(statedSlot(each, "elb")))) {
        attach(
            references.any(statedSlot(record, "elb"), ["classicLoadBalancer"]),
            references.any(statedSlot(record, "autoscalingGroupName"), ["autoScalingGroup"]),
        );
    }
    return new Map(
        index
            .ofKind("classicLoadBalancer")
            .map((record): [ResourceRecord, References] => [
                record,
                joinReferences(
                    references.many(statedSlot(record, "instances"), ["instance"]),
                    ...(added.get(record.urn) ?? []),
                ),
            ]),
    );
}

function classicListeners(
    record: ResourceRecord,
    members: References,
    groups: Map<Key, TargetGroup>,
): { readonly listeners: readonly Listener[]; readonly undecided: readonly Undecided[] } {
    const list = statedSlot(record, "listeners");
    const undecided: Undecided[] = isUnknownSlot(list) ? [unknownIn(list, "the list of listeners")] : [];
    const targets: Target[] = members.keys.map((networkInterface) => ({ networkInterface }));
    const listeners = elements(list).flatMap((slot): Listener[] => {
        const [port, targetPort] = [numberIn(member(slot, "lbPort")), numberIn(member(slot, "instancePort"))];
        if (port === undefined || targetPort === undefined) {
            undecided.push(unknownIn(slot, "the ports of the listener"));
            return [];
        }
        const protocol = textIn(member(slot, "lbProtocol"))?.toUpperCase() ?? "TCP";
        const key = `${record.urn}#instances:${targetPort}`;
        groups.set(key, {
            key,
            external: false,
            undecided: members.undecided,
            protocol: textIn(member(slot, "instanceProtocol"))?.toUpperCase() ?? protocol,
            port: targetPort,
            targetType: "instance",
            preservesClientIp: false,
            targets,
        });
        return [{ urn: record.urn, protocol, port, targetGroups: [key], answers: false }];
    });
    return { listeners, undecided };
}
