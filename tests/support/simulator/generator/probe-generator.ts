import { firstAddress, lastAddress, neighbour } from "../addresses";
import { named, type Interface, type Match, type Network } from "../network";
import { addressOfEnd, ephemeralEdges, type Face, type Probe, type ProbeEnd } from "../probe";
import { isOnTheInternet } from "../routing";
import { carries, type Scope } from "../simulator";
import type { Random } from "./random";
import { outsideBlocks, outsideBlocks6, serviceBlocks, servicePorts } from "./traffic";

const beginners: readonly Interface["kind"][] = [
    "instance",
    "networkInterface",
    "autoScalingInstance",
    "instanceConnectEndpoint",
];

/** A random probe, at the edges of what rules and routes tell apart. Undefined where none is possible. */
export function randomProbe(random: Random, network: Network): Probe | undefined {
    const from = randomSender(random, network);
    const scope = random.chance(0.75) ? "session" : "request";
    if (network.loadBalancers.length > 0 && random.chance(0.2)) {
        return throughLoadBalancer(random, network, from, scope);
    }
    const to = randomReceiver(random, network, from);
    if (from === undefined || to === undefined) {
        return undefined;
    }
    const version = ("address" in to ? to.address : addressOfEnd(network, to)).includes(":") ? 6 : 4;
    const sender = "interface" in from ? named(network.interfaces, from.interface) : undefined;
    if (version === 6 && sender !== undefined && sender.ipv6Address === undefined) {
        return undefined;
    }
    const asSeen: ProbeEnd =
        "interface" in from ? { ...from, face: version === 6 ? "ipv6" : "private" } : from;
    const tcpOnly = sender?.kind === "instanceConnectEndpoint";
    return { from: asSeen, to, scope, ...randomTraffic(random, network, to, version, tcpOnly) };
}

function randomSender(random: Random, network: Network): ProbeEnd | undefined {
    if (random.chance(0.3)) {
        return { address: randomAddress(random, network, random.chance(0.85) ? 4 : 6) };
    }
    const able = network.interfaces.filter((face) => beginners.includes(face.kind));
    return able.length === 0 ? undefined : { interface: random.pick(able).id, face: "private" };
}

function randomReceiver(random: Random, network: Network, from: ProbeEnd | undefined): ProbeEnd | undefined {
    const sender =
        from !== undefined && "interface" in from ? named(network.interfaces, from.interface) : undefined;
    if (sender !== undefined && sender.kind !== "instanceConnectEndpoint" && random.chance(0.3)) {
        if (random.chance(0.2)) {
            const address = edgeOf(random, random.pick(serviceBlocks), 0);
            return { address, service: "s3" };
        }
        const version = sender.ipv6Address !== undefined && random.chance(0.4) ? 6 : 4;
        return { address: randomAddress(random, network, version) };
    }
    const others = network.interfaces.filter(
        (face) =>
            face.id !== sender?.id &&
            face.owner !== sender?.owner &&
            face.kind !== "instanceConnectEndpoint" &&
            face.kind !== "gatewayLoadBalancerEndpoint",
    );
    if (others.length === 0) {
        return undefined;
    }
    const receiver = random.pick(others);
    const isInternet = sender === undefined;
    const wantsIpv6 = isInternet && from !== undefined && "address" in from && from.address.includes(":");
    const faces: Face[] = [];
    if (receiver.publicAddress !== undefined && !wantsIpv6) {
        faces.push("public");
    }
    if (!isInternet && (faces.length === 0 || random.chance(0.8))) {
        faces.splice(0, faces.length, "private");
    }
    if (receiver.ipv6Address !== undefined && (wantsIpv6 || (!isInternet && random.chance(0.2)))) {
        faces.splice(0, faces.length, "ipv6");
    }
    if (sender?.kind === "instanceConnectEndpoint") {
        const sameVpc = vpcOf(network, sender) === vpcOf(network, receiver);
        return sameVpc ? { interface: receiver.id, face: "private" } : undefined;
    }
    return faces.length === 0 ? undefined : { interface: receiver.id, face: random.pick(faces) };
}

const vpcOf = (network: Network, face: Interface): string => named(network.subnets, face.subnet).vpc;

function throughLoadBalancer(
    random: Random,
    network: Network,
    from: ProbeEnd | undefined,
    scope: Scope,
): Probe | undefined {
    const balancer = random.pick(network.loadBalancers);
    const listener = random.pick(balancer.listeners);
    const targets = listener.targetGroups.flatMap((id) => named(network.targetGroups, id).targets);
    const isStranger = from !== undefined && "address" in from;
    if (
        from === undefined ||
        targets.length === 0 ||
        (isStranger && (balancer.internal || from.address.includes(":")))
    ) {
        return undefined;
    }
    const target = random.pick(targets).interface;
    const kind = "interface" in from ? named(network.interfaces, from.interface).kind : undefined;
    if (("interface" in from && from.interface === target) || kind === "instanceConnectEndpoint") {
        return undefined;
    }
    return {
        from,
        to: { interface: target, face: "private" },
        scope,
        through: balancer.id,
        protocol: carries(listener.protocol, 6) && random.chance(0.9) ? 6 : 17,
        destinationPort: random.chance(0.95) ? listener.port : 81,
        sourcePort: randomClientPort(random, network),
    };
}

type Traffic = Pick<Probe, "protocol" | "sourcePort" | "destinationPort" | "icmpType" | "icmpCode">;

function randomTraffic(
    random: Random,
    network: Network,
    to: ProbeEnd,
    version: 4 | 6,
    tcpOnly: boolean,
): Traffic {
    const roll = tcpOnly ? 0 : random.next();
    if (roll < 0.85) {
        const protocol = roll < 0.7 ? 6 : 17;
        return {
            protocol,
            destinationPort: randomPort(random, network, to),
            sourcePort: randomClientPort(random, network),
        };
    }
    if (roll < 0.97) {
        const echo = version === 4 ? 8 : 128;
        const [icmpType, icmpCode] = random.pick([
            [echo, 0],
            [echo, 0],
            [3, 4],
            [11, 0],
        ] as const);
        return { protocol: version === 4 ? 1 : 58, icmpType, icmpCode };
    }
    return { protocol: 47 };
}

/** A service's port, or one at the edge of a rule: most likely of a rule of the receiver's own. */
function randomPort(random: Random, network: Network, to: ProbeEnd): number {
    if (random.chance(0.3)) {
        return random.pick(servicePorts);
    }
    const receiver = "interface" in to ? named(network.interfaces, to.interface) : undefined;
    if (receiver?.kind === "loadBalancerNode" && random.chance(0.8)) {
        return random.pick(named(network.loadBalancers, receiver.owner).listeners).port;
    }
    const groups = (receiver?.securityGroups ?? []).map((id) => named(network.securityGroups, id));
    const own: readonly Match[] = groups
        .flatMap((group) => group.rules)
        .filter((rule) => rule.direction === "ingress");
    const entries: readonly Match[] = network.networkAcls.flatMap((acl) => acl.entries);
    const rules = own.length > 0 && random.chance(0.7) ? own : entries.length > 0 ? entries : own;
    const [first, last] = (rules.length > 0 ? random.pick(rules).ports : undefined) ?? [80, 443];
    const port = random.pick([first - 1, first, last, last + 1]);
    return Math.min(Math.max(port, 1), 65535);
}

const randomClientPort = (random: Random, network: Network): number =>
    random.chance(0.7)
        ? random.between(1024, 65535)
        : random.chance(0.9)
          ? random.pick(ephemeralEdges(network))
          : random.pick([22, 1023]);

/** An address of nobody in the network, near the end of some block that a rule or route names. */
function randomAddress(random: Random, network: Network, version: 4 | 6): string {
    const blocks = version === 4 ? outsideBlocks : outsideBlocks6;
    const usual = version === 4 ? ["203.0.113.7", "192.0.2.99", "8.8.8.8"] : ["2001:db8:1::7", "2a00::9"];
    const address = random.chance(0.5) ? random.pick(usual) : edgeOf(random, random.pick(blocks), 1);
    const taken = network.interfaces.some((face) => face.publicAddress === address);
    const free =
        isOnTheInternet(address) &&
        !taken &&
        !network.natGateways.some((nat) => nat.publicAddress === address);
    return free ? address : usual[0]!;
}

function edgeOf(random: Random, block: string, beyond: 0 | 1): string {
    const first = firstAddress(block);
    const last = lastAddress(block);
    return beyond === 0
        ? random.pick([first, last])
        : random.pick([first, last, neighbour(first, -1), neighbour(last, 1)]);
}
