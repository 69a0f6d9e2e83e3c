import {
    named,
    type Interface,
    type Listener,
    type LoadBalancer,
    type Network,
    type TargetGroup,
} from "../network";
import { groupsOf } from "./interface-records";
import { refer, type Registry, type Values } from "./registry";

export function addLoadBalancing(registry: Registry, network: Network): void {
    for (const balancer of network.loadBalancers) {
        const add = balancer.type === "classic" ? addClassicLoadBalancer : addLoadBalancer;
        add(registry, network, balancer);
    }
    const classic = network.loadBalancers.filter(({ type }) => type === "classic");
    const inside = new Set(
        classic.flatMap(({ listeners }) => listeners.flatMap((each) => each.targetGroups)),
    );
    for (const group of network.targetGroups.filter(({ id }) => !inside.has(id))) {
        addTargetGroup(registry, network, group);
    }
    addInterfaceEndpoints(registry, network);
}

function addLoadBalancer(registry: Registry, network: Network, balancer: LoadBalancer): void {
    const nodes = network.interfaces.filter((face) => face.owner === balancer.id);
    const pinned = balancer.type === "network" && balancer.internal && nodes.every((node) => node.pinned);
    const subnets = nodes.map((node) => refer(node.subnet));
    const mappings = nodes.map((node) => ({
        subnetId: refer(node.subnet),
        ...(pinned ? { privateIpv4Address: node.privateAddress } : {}),
    }));
    const inMappings = pinned || registry.choose(`${balancer.id}-subnets`, true, false);
    const where: Values = inMappings ? { subnetMappings: mappings } : { subnets };
    const first = nodes[0]!;
    const token = registry.choose(`${balancer.id}-token`, "lb", "alb");
    registry.add(
        balancer.id,
        `aws:${token}/loadBalancer:LoadBalancer`,
        {
            loadBalancerType: balancer.type === "application" ? undefined : "network",
            internal: balancer.internal ? true : undefined,
            securityGroups: statedGroups(registry, network, balancer, first),
            enableCrossZoneLoadBalancing:
                balancer.type === "network" && balancer.crossZone ? true : undefined,
            ...where,
        },
        {
            internal: balancer.internal,
            subnets,
            vpcId: refer(named(network.subnets, first.subnet).vpc),
            securityGroups: (first.securityGroups ?? []).map((id) => refer(id)),
        },
    );
    balancer.listeners.forEach((listener, index) => {
        addListener(registry, balancer, listener, `${balancer.id}-listener-${index}`);
    });
}

/** A classic one has no target groups: its listeners name the instances' ports, and all have all instances. */
function addClassicLoadBalancer(registry: Registry, network: Network, balancer: LoadBalancer): void {
    const nodes = network.interfaces.filter((face) => face.owner === balancer.id);
    const first = nodes[0]!;
    const groups = balancer.listeners.map(({ targetGroups: [id] }) => named(network.targetGroups, id!));
    const instances = [
        ...new Set(groups.flatMap(({ targets }) => targets.map((target) => target.interface))),
    ].filter((id) => named(network.interfaces, id).kind === "instance");
    const attached = registry.choose(`${balancer.id}-instances`, true, false);
    registry.add(
        balancer.id,
        "aws:elb/loadBalancer:LoadBalancer",
        {
            internal: balancer.internal ? true : undefined,
            subnets: nodes.map((node) => refer(node.subnet)),
            securityGroups: groupsOf(registry, network, first),
            crossZoneLoadBalancing: balancer.crossZone ? undefined : false,
            instances: attached ? undefined : instances.map((id) => refer(id)),
            listeners: balancer.listeners.map(({ protocol, port }, index) => ({
                lbPort: port,
                lbProtocol: protocol.toLowerCase(),
                instancePort: groups[index]!.port,
                instanceProtocol: groups[index]!.protocol.toLowerCase(),
            })),
        },
        { securityGroups: (first.securityGroups ?? []).map((id) => refer(id)) },
    );
    for (const id of attached ? instances : []) {
        registry.add(`${balancer.id}-${id}`, "aws:elb/attachment:Attachment", {
            elb: refer(balancer.id),
            instance: refer(id),
        });
    }
}

/** Left out, an Application Load Balancer takes the default group, a Network one takes none at all. */
function statedGroups(
    registry: Registry,
    network: Network,
    balancer: LoadBalancer,
    node: Interface,
): Values[string] {
    if (node.securityGroups === null) {
        return undefined;
    }
    return balancer.type === "application"
        ? groupsOf(registry, network, node)
        : node.securityGroups.map((id) => refer(id));
}

function addListener(registry: Registry, balancer: LoadBalancer, listener: Listener, key: string): void {
    const redirect = {
        type: "redirect",
        redirect: { statusCode: "HTTP_301", port: "443", protocol: "HTTPS" },
    };
    const [first, ...others] = listener.targetGroups.map((id) => refer(id, "arn"));
    const byRule =
        balancer.type === "application" &&
        first !== undefined &&
        registry.choose(`${key}-shape`, true, false);
    const forward =
        others.length > 0 || registry.choose(`${key}-forward`, true, false)
            ? {
                  type: "forward",
                  forward: { targetGroups: [first, ...others].map((arn) => ({ arn, weight: 1 })) },
              }
            : { type: "forward", targetGroupArn: first };
    registry.add(key, "aws:lb/listener:Listener", {
        loadBalancerArn: refer(balancer.id, "arn"),
        port: listener.port,
        protocol: listener.protocol,
        defaultActions: [first === undefined || byRule ? redirect : forward],
    });
    if (byRule) {
        registry.add(`${key}-rule`, "aws:lb/listenerRule:ListenerRule", {
            listenerArn: refer(key, "arn"),
            priority: 1,
            conditions: [{ pathPattern: { values: ["/*"] } }],
            actions: [forward],
        });
    }
}

function addTargetGroup(registry: Registry, network: Network, group: TargetGroup): void {
    registry.add(group.id, "aws:lb/targetGroup:TargetGroup", {
        vpcId: refer(group.vpc),
        port: group.port,
        protocol: group.protocol,
        targetType:
            group.targetType === "instance"
                ? registry.choose(`${group.id}-type`, undefined, "instance")
                : "ip",
        preserveClientIp: group.preserveClientIp === undefined ? undefined : String(group.preserveClientIp),
    });
    for (const target of group.targets) {
        const face = named(network.interfaces, target.interface);
        // A scaling group registers its instances itself.
        if (face.kind !== "autoScalingInstance") {
            registry.add(`${group.id}-${face.id}`, "aws:lb/targetGroupAttachment:TargetGroupAttachment", {
                targetGroupArn: refer(group.id, "arn"),
                targetId: refer(face.id, group.targetType === "ip" ? "privateIp" : "id"),
                port: target.port,
            });
        }
    }
}

function addInterfaceEndpoints(registry: Registry, network: Network): void {
    const faces = network.interfaces.filter((face) => face.kind === "interfaceEndpoint");
    for (const owner of new Set(faces.map((face) => face.owner))) {
        const own = faces.filter((face) => face.owner === owner);
        const first = own[0]!;
        registry.add(
            owner,
            "aws:ec2/vpcEndpoint:VpcEndpoint",
            {
                vpcId: refer(named(network.subnets, first.subnet).vpc),
                vpcEndpointType: "Interface",
                serviceName: "com.amazonaws.us-east-1.ssm",
                subnetIds: own.map((face) => refer(face.subnet)),
                securityGroupIds: groupsOf(registry, network, first),
                privateDnsEnabled: false,
            },
            {
                networkInterfaceIds: own.map((face) => `eni-of-${face.id}`),
                subnetConfigurations: own.map((face) => ({
                    subnetId: refer(face.subnet),
                    ipv4: face.privateAddress,
                })),
                securityGroupIds: (first.securityGroups ?? []).map((id) => refer(id)),
            },
        );
    }
}
