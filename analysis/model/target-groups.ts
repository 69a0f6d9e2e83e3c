import type { ModelContext } from "./model-context";
import type { Interfaces } from "./interfaces";
import type { Key, NetworkInterface, Target, TargetGroup } from "./network-model";
import { pinnedAddresses } from "./interface-draft";
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
import { noReferences } from "./references";
import type { ResourceKind } from "./resource-kinds";
import { unknownValue, type ResourceRecord, type Undecided } from "./resource-record";
import { unknownIn } from "./undecided-values";

interface TargetReading {
    readonly targets: readonly Target[];
    readonly undecided: readonly Undecided[];
}

/** Target groups with everything that is registered in them: instances, addresses, groups, services. */
export function targetGroups(
    context: ModelContext,
    { interfaces, standIns }: Interfaces,
): Map<Key, TargetGroup> {
    const targets = targetsByGroup(context, standIns);
    const placed = (target: Target): Target => onInterface(context, interfaces, target);
    return new Map(
        context.index.ofKind("targetGroup").map((record): [Key, TargetGroup] => {
            const { references } = context;
            const registered = targets.get(record.urn) ?? [];
            const vpc = references.keyOf(reportedSlot(record, "vpcId"), ["vpc"]);
            const port = statedSlot(record, "port");
            const protocol = textIn(statedSlot(record, "protocol"))?.toUpperCase() ?? "HTTP";
            const targetType = targetTypeOf(record);
            const healthCheckPort = numberIn(member(statedSlot(record, "healthCheck"), "port"));
            const preserves = preservation(record, protocol, targetType);
            const crossZone = statedSlot(record, "loadBalancingCrossZoneEnabled");
            const unknown = ["protocol", "targetType", "loadBalancingCrossZoneEnabled"]
                .map((property) => statedSlot(record, property))
                .filter(isUnknownSlot)
                .map((slot) => unknownIn(slot, "how it reaches its targets"));
            return [
                record.urn,
                {
                    key: record.urn,
                    record,
                    external: record.external === true,
                    undecided: [
                        ...(isUnknownSlot(port) ? [unknownIn(port, "the port its targets listen on")] : []),
                        ...unknown,
                        ...preserves.undecided,
                        ...registered.flatMap(({ undecided }) => undecided),
                    ],
                    ...(vpc === undefined ? {} : { vpc }),
                    protocol,
                    port: numberIn(port) ?? 0,
                    ...(healthCheckPort === undefined ? {} : { healthCheckPort }),
                    targetType,
                    preservesClientIp: preserves.value,
                    ...(flagIn(crossZone) === undefined ? {} : { crossZone: flagIn(crossZone)! }),
                    targets: registered.flatMap((reading) => reading.targets.map(placed)),
                },
            ];
        }),
    );
}

/** A function or a service outside any subnet is a target, but has no interface that could be reached. */
function onInterface(
    { index }: ModelContext,
    interfaces: ReadonlyMap<Key, NetworkInterface>,
    { networkInterface, ...target }: Target,
): Target {
    const hasNone =
        networkInterface === undefined ||
        (index.byUrn.has(networkInterface) && !interfaces.has(networkInterface));
    return hasNone ? target : { ...target, networkInterface };
}

/** A target group of another stack: what is registered in it cannot be seen. */
export const unseenTargetGroup = (key: Key, undecided: readonly Undecided[]): TargetGroup => ({
    key,
    external: true,
    undecided,
    protocol: "HTTP",
    port: 0,
    targetType: "instance",
    preservesClientIp: true,
    targets: [],
});

function targetTypeOf(record: ResourceRecord): TargetGroup["targetType"] {
    const type = textIn(statedSlot(record, "targetType"));
    return type === "ip" || type === "lambda" || type === "alb" ? type : "instance";
}

/**
 * Whether targets see the client's own address. Load balancers for HTTP never pass it on; a network
 * load balancer always does for UDP, and by default for instances (ELB guide, "Client IP preservation").
 */
function preservation(
    record: ResourceRecord,
    protocol: string,
    targetType: TargetGroup["targetType"],
): { readonly value: boolean; readonly undecided: readonly Undecided[] } {
    const layer4 = ["TCP", "TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC", "GENEVE"].includes(protocol);
    if (!layer4 || targetType === "lambda") {
        return { value: false, undecided: [] };
    }
    if ((protocol !== "TCP" && protocol !== "TLS") || targetType === "alb") {
        return { value: true, undecided: [] };
    }
    const slot = statedSlot(record, "preserveClientIp");
    return {
        value: flagIn(slot) ?? targetType === "instance",
        undecided: isUnknownSlot(slot) ? [unknownIn(slot, "whether targets see the client's address")] : [],
    };
}

function targetsByGroup(
    context: ModelContext,
    standIns: ReadonlyMap<Key, readonly Key[]>,
): ReadonlyMap<Key, readonly TargetReading[]> {
    const { index, references } = context;
    const byGroup = new Map<Key, TargetReading[]>();
    const add = (groups: readonly Key[], reading: TargetReading): void => {
        for (const group of groups) {
            const readings = byGroup.get(group) ?? [];
            readings.push(reading);
            byGroup.set(group, readings);
        }
    };
    const register = (slot: Slot, reading: TargetReading): void => {
        const found = isAbsent(slot)
            ? noReferences
            : slot.path.endsWith("s")
              ? references.many(slot, ["targetGroup"])
              : references.any(slot, ["targetGroup"]);
        const { keys, open, undecided } = found;
        context.doubts.addAll("targetGroups", found);
        add(
            keys.filter((key) => !open.includes(key)),
            { targets: reading.targets, undecided: [...reading.undecided, ...undecided] },
        );
    };
    for (const record of index.ofKind("targetGroupAttachment")) {
        register(statedSlot(record, "targetGroupArn"), attachedTarget(context, record, standIns));
    }
    for (const record of index.ofKind("autoScalingGroup")) {
        const members: TargetReading = { targets: [{ networkInterface: record.urn }], undecided: [] };
        register(statedSlot(record, "targetGroupArns"), members);
        const sources = statedSlot(record, "trafficSources");
        (isUnknownSlot(sources) ? [sources] : elements(sources)).forEach((source) =>
            register(member(source, "identifier"), members),
        );
    }
    const attachments = [
        ["autoScalingAttachment", (record: ResourceRecord) => statedSlot(record, "lbTargetGroupArn")],
        [
            "trafficSourceAttachment",
            (record: ResourceRecord) => member(statedSlot(record, "trafficSource"), "identifier"),
        ],
    ] as const;
    for (const [kind, groupSlot] of attachments) {
        for (const record of index.ofKind(kind)) {
            const slot = statedSlot(record, "autoscalingGroupName");
            const { keys, open, undecided } = references.any(slot, ["autoScalingGroup"]);
            const certain = keys.filter((key) => !open.includes(key));
            const targets = certain.map((networkInterface) => ({ networkInterface }));
            register(groupSlot(record), { targets, undecided });
        }
    }
    for (const record of index.ofKind("containerService")) {
        const balancers = statedSlot(record, "loadBalancers");
        for (const balancer of isUnknownSlot(balancers) ? [balancers] : elements(balancers)) {
            const { port, undecided } = portIn(member(balancer, "containerPort"));
            const target: Target = { networkInterface: record.urn, ...port };
            register(member(balancer, "targetGroupArn"), { targets: [target], undecided });
        }
    }
    return byGroup;
}

/** The port that a target is registered with, where it has one of its own. */
function portIn(slot: Slot): { readonly port: { readonly port?: number }; readonly undecided: Undecided[] } {
    const port = numberIn(slot);
    return {
        port: port === undefined ? {} : { port },
        undecided: isUnknownSlot(slot) ? [unknownIn(slot, "the port that the target listens on")] : [],
    };
}

/** Whatever may stand behind an attachment's target: by id, or by an address computed from it. */
const targetKinds: readonly ResourceKind[] = [
    "instance",
    "networkInterface",
    "lambdaFunction",
    "loadBalancer",
];

function attachedTarget(
    context: ModelContext,
    record: ResourceRecord,
    standIns: ReadonlyMap<Key, readonly Key[]>,
): TargetReading {
    const slot = statedSlot(record, "targetId");
    const { port: withPort, undecided } = portIn(statedSlot(record, "port"));
    const addresses = pinnedAddresses([slot]);
    // An address that was computed from an interface still means that interface once it is known.
    const reference = context.references.one(
        addresses === undefined ? slot : { ...slot, value: unknownValue },
        targetKinds,
    );
    if (reference.kind === "found") {
        const interfaces = standIns.get(reference.key) ?? [reference.key];
        return {
            targets: interfaces.map((networkInterface) => ({ ...withPort, networkInterface })),
            undecided,
        };
    }
    if (addresses !== undefined) {
        return { targets: [{ ...withPort, addresses }], undecided };
    }
    return { targets: [], undecided: reference.kind === "undecided" ? [reference.undecided] : [] };
}
