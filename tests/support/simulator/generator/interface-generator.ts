import { addressAt } from "../addresses";
import {
    named,
    type Interface,
    type Listener,
    type LoadBalancer,
    type Network,
    type TargetGroup,
} from "../network";
import type { Random } from "./random";

/** Hands out addresses that nobody else has. */
class Addresses {
    private readonly used = new Map<string, Set<number>>();
    private lastPublic = 0;

    public constructor(private readonly random: Random) {}

    /** The usable ends of a block, the edges of its halves, or anything between. */
    public in(block: string): string {
        const used = this.used.get(block) ?? new Set([9]);
        this.used.set(block, used);
        let offset = this.random.pick([4, 127, 128, 254, this.random.between(10, 250)]);
        while (used.has(offset)) {
            offset = this.random.between(10, 250);
        }
        used.add(offset);
        return addressAt(block, offset);
    }

    public public(): string {
        this.lastPublic += 1;
        return `198.51.100.${this.lastPublic * 3}`;
    }
}

export function addInterfaces(random: Random, network: Network): Network {
    const addresses = new Addresses(random);
    const interfaces: Interface[] = [];
    const make = (owner: string, kind: Interface["kind"], subnetId: string, isPublic: boolean): Interface => {
        const subnet = named(network.subnets, subnetId);
        const [ipv4, ipv6] = subnet.cidrs;
        const own = network.securityGroups.filter((group) => group.vpc === subnet.vpc);
        const { defaultSecurityGroup } = named(network.vpcs, subnet.vpc);
        const custom = own.filter((group) => group.id !== defaultSecurityGroup).map((group) => group.id);
        const groups = random.shuffled(custom).slice(0, random.pick([1, 1, 1, 2]));
        return {
            id: owner,
            kind,
            owner,
            subnet: subnetId,
            securityGroups: random.chance(0.08) ? [defaultSecurityGroup] : groups,
            privateAddress: addresses.in(ipv4!),
            pinned: random.chance(0.35),
            ...(isPublic ? { publicAddress: addresses.public() } : {}),
            ...(ipv6 !== undefined &&
            random.chance(0.8) &&
            (kind === "instance" || kind === "networkInterface")
                ? { ipv6Address: addresses.in(ipv6) }
                : {}),
        };
    };
    for (const subnet of network.subnets) {
        for (let index = random.between(0, 2); index > 0; index -= 1) {
            const kind = random.chance(0.75) ? "instance" : "networkInterface";
            interfaces.push(make(`${subnet.id}-host${index}`, kind, subnet.id, random.chance(0.4)));
        }
    }
    let withAll: Network = { ...network, interfaces };
    for (const vpc of network.vpcs) {
        const subnets = network.subnets.filter((subnet) => subnet.vpc === vpc.id).map((subnet) => subnet.id);
        if (random.chance(0.3)) {
            const mayBeIn = random.shuffled(subnets).slice(0, 2);
            const database = make(`${vpc.id}-db`, "database", mayBeIn[0]!, random.chance(0.3));
            interfaces.push({ ...database, mayBeIn, pinned: false });
        }
        if (random.chance(0.25)) {
            const mayBeIn = random.shuffled(subnets).slice(0, 2);
            const instance = make(`${vpc.id}-asg`, "autoScalingInstance", mayBeIn[0]!, random.chance(0.3));
            interfaces.push({ ...instance, mayBeIn, pinned: false });
        }
        if (random.chance(0.25)) {
            interfaces.push(...nodesOf(random, network, `${vpc.id}-ssm`, "interfaceEndpoint", subnets, make));
        }
        if (random.chance(0.2)) {
            const endpoint = make(`${vpc.id}-eice`, "instanceConnectEndpoint", random.pick(subnets), false);
            interfaces.push({ ...endpoint, pinned: false });
        }
        if (random.chance(0.45)) {
            withAll = addLoadBalancer(random, { ...withAll, interfaces }, vpc.id, subnets, make);
            interfaces.splice(0, interfaces.length, ...withAll.interfaces);
        }
    }
    return { ...withAll, interfaces };
}

type Maker = (owner: string, kind: Interface["kind"], subnet: string, isPublic: boolean) => Interface;

/** One interface in each of one or two subnets of different zones, all with the same groups. */
function nodesOf(
    random: Random,
    network: Network,
    owner: string,
    kind: Interface["kind"],
    subnets: readonly string[],
    make: Maker,
): Interface[] {
    const zoneOf = (id: string): string => named(network.subnets, id).zone;
    const [first, ...others] = random.shuffled(subnets);
    const second = others.find((id) => zoneOf(id) !== zoneOf(first!));
    const isPublic = kind === "loadBalancerNode" && random.chance(0.6);
    const chosen = second === undefined || random.chance(0.3) ? [first!] : [first!, second];
    const nodes = chosen.map((subnet) => make(owner, kind, subnet, isPublic));
    const { securityGroups, pinned } = nodes[0]!;
    return nodes.map((node, index) => ({
        ...node,
        id: `${owner}-node${index}`,
        owner,
        securityGroups,
        pinned: kind === "loadBalancerNode" && !isPublic && pinned,
    }));
}

function addLoadBalancer(
    random: Random,
    network: Network,
    vpc: string,
    subnets: readonly string[],
    make: Maker,
): Network {
    const id = `${vpc}-lb`;
    const type = random.pick(["application", "application", "network", "network", "classic"] as const);
    const nodes = nodesOf(random, network, id, "loadBalancerNode", subnets, make).map((node) => ({
        ...node,
        pinned: type === "network" && node.pinned,
        securityGroups: type === "network" && random.chance(0.25) ? null : node.securityGroups,
    }));
    const sameGroups = nodes.map((node) => ({ ...node, securityGroups: nodes[0]!.securityGroups }));
    const targets = network.interfaces.filter(
        (face) =>
            named(network.subnets, face.subnet).vpc === vpc &&
            ["instance", "networkInterface", "autoScalingInstance"].includes(face.kind),
    );
    const protocols: readonly Listener["protocol"][] = {
        application: ["HTTP", "HTTPS"] as const,
        network: ["TCP", "TLS", "UDP", "TCP_UDP"] as const,
        classic: ["TCP", "HTTP"] as const,
    }[type];
    // All listeners of a classic one share its instances.
    const instances = random.some(
        targets.filter(({ kind }) => kind === "instance"),
        0.6,
    );
    const targetGroups: TargetGroup[] = [];
    const listeners = random
        .shuffled([80, 443])
        .slice(0, random.between(1, 2))
        .map((port): Listener => {
            const protocol = random.pick(protocols);
            if (type === "application" && random.chance(0.15)) {
                return { protocol, port, targetGroups: [] };
            }
            const groupId = `${id}-to-${port}`;
            targetGroups.push(
                type === "classic"
                    ? {
                          id: groupId,
                          vpc,
                          protocol,
                          port: random.pick([80, 8080]),
                          targetType: "instance",
                          targets: instances.map((face) => ({ interface: face.id })),
                      }
                    : randomTargetGroup(random, groupId, vpc, protocol, targets),
            );
            return { protocol, port, targetGroups: [groupId] };
        });
    const balancer: LoadBalancer = {
        id,
        type,
        internal: sameGroups[0]!.publicAddress === undefined,
        crossZone: type === "application" || random.chance(type === "classic" ? 0.7 : 0.4),
        listeners,
    };
    return {
        ...network,
        interfaces: [...network.interfaces, ...sameGroups],
        loadBalancers: [...network.loadBalancers, balancer],
        targetGroups: [...network.targetGroups, ...targetGroups],
    };
}

function randomTargetGroup(
    random: Random,
    id: string,
    vpc: string,
    protocol: Listener["protocol"],
    candidates: readonly Interface[],
): TargetGroup {
    // A network interface can be registered by its address only, a scaling group by its instances.
    const targetType = random.chance(0.6) ? "instance" : "ip";
    const fitting = candidates.filter(
        ({ kind }) => (targetType === "instance") === (kind !== "networkInterface") || kind === "instance",
    );
    const fixed = protocol === "UDP" || protocol === "TCP_UDP" || protocol === "HTTP" || protocol === "HTTPS";
    return {
        id,
        vpc,
        protocol,
        port: random.pick([80, 8080, 443]),
        targetType,
        ...(fixed || random.chance(0.6) ? {} : { preserveClientIp: random.chance(0.5) }),
        targets: random.some(fitting, 0.6).map((face) => ({
            interface: face.id,
            ...(face.kind !== "autoScalingInstance" && random.chance(0.2) ? { port: 8080 } : {}),
        })),
    };
}
