import { named, type Interface, type Network } from "../network";
import { refer, type Registry, type Values } from "./registry";
import { mapsPublicAddresses } from "./vpc-records";

export function addInterfaces(registry: Registry, network: Network): void {
    for (const face of network.interfaces) {
        switch (face.kind) {
            case "instance":
                addInstance(registry, network, face);
                break;
            case "networkInterface":
                addNetworkInterface(registry, face);
                break;
            case "autoScalingInstance":
                addScalingGroup(registry, network, face);
                break;
            case "database":
                addDatabase(registry, network, face);
                break;
            case "instanceConnectEndpoint":
                addInstanceConnectEndpoint(registry, network, face);
                break;
            case "gatewayLoadBalancerEndpoint":
                addGatewayLoadBalancerEndpoint(registry, network, face);
                break;
            case "interfaceEndpoint":
            case "loadBalancerNode":
                // Several of these make one resource, which is added once for its owner.
                break;
        }
    }
}

/** The groups as a resource states them; the VPC's default group need not be named. */
export function groupsOf(registry: Registry, network: Network, face: Interface): Values[string] {
    const groups = face.securityGroups ?? [];
    const { defaultSecurityGroup } = named(network.vpcs, named(network.subnets, face.subnet).vpc);
    const onlyDefault = groups.length === 1 && groups[0] === defaultSecurityGroup;
    return onlyDefault && registry.choose(`${face.owner}-groups`, true, false)
        ? undefined
        : groups.map((id) => refer(id));
}

function addInstance(registry: Registry, network: Network, face: Interface): void {
    const subnet = named(network.subnets, face.subnet);
    const mapped = mapsPublicAddresses(registry, network, subnet);
    const ways = ["associate", "address", "association"] as const;
    const way =
        face.publicAddress === undefined
            ? "none"
            : mapped
              ? "mapped"
              : registry.choose(`${face.id}-public`, ...ways);
    const associated = way === "mapped" || way === "associate";
    const [ipv6] = [face.ipv6Address];
    registry.add(
        face.id,
        "aws:ec2/instance:Instance",
        {
            ami: "ami-0",
            instanceType: "t3.micro",
            subnetId: refer(face.subnet),
            vpcSecurityGroupIds: groupsOf(registry, network, face),
            sourceDestCheck: face.forwards === true ? false : undefined,
            privateIp: face.pinned ? face.privateAddress : undefined,
            associatePublicIpAddress:
                way === "associate"
                    ? true
                    : way === "mapped"
                      ? undefined
                      : registry.choose(`${face.id}-associates`, false, undefined),
            ...(ipv6 === undefined ? {} : face.pinned ? { ipv6Addresses: [ipv6] } : { ipv6AddressCount: 1 }),
        },
        {
            privateIp: face.privateAddress,
            publicIp: associated ? face.publicAddress : "",
            associatePublicIpAddress: associated,
            ipv6Addresses: ipv6 === undefined ? [] : [ipv6],
            vpcSecurityGroupIds: (face.securityGroups ?? []).map((id) => refer(id)),
            primaryNetworkInterfaceId: `eni-of-${face.id}`,
            sourceDestCheck: face.forwards !== true,
        },
    );
    addPublicAddress(registry, face, way === "none" || associated ? undefined : way, "instance");
}

function addPublicAddress(
    registry: Registry,
    face: Interface,
    way: "address" | "association" | undefined,
    property: "instance" | "networkInterface",
): void {
    if (way === undefined) {
        return;
    }
    const address = `${face.id}-address`;
    const known = { publicIp: face.publicAddress };
    if (way === "address") {
        registry.add(address, "aws:ec2/eip:Eip", { domain: "vpc", [property]: refer(face.id) }, known);
        return;
    }
    registry.add(address, "aws:ec2/eip:Eip", { domain: "vpc" }, known);
    registry.add(
        `${face.id}-association`,
        "aws:ec2/eipAssociation:EipAssociation",
        {
            allocationId: refer(address),
            [property === "instance" ? "instanceId" : "networkInterfaceId"]: refer(face.id),
        },
        known,
    );
}

function addNetworkInterface(registry: Registry, face: Interface): void {
    const [ipv6] = [face.ipv6Address];
    registry.add(
        face.id,
        "aws:ec2/networkInterface:NetworkInterface",
        {
            subnetId: refer(face.subnet),
            securityGroups: (face.securityGroups ?? []).map((id) => refer(id)),
            sourceDestCheck: face.forwards === true ? false : undefined,
            ...(face.pinned
                ? registry.choose<Values>(
                      `${face.id}-private`,
                      { privateIps: [face.privateAddress] },
                      { privateIp: face.privateAddress },
                  )
                : {}),
            ...(ipv6 === undefined ? {} : face.pinned ? { ipv6Addresses: [ipv6] } : { ipv6AddressCount: 1 }),
        },
        {
            privateIp: face.privateAddress,
            privateIps: [face.privateAddress],
            ipv6Addresses: ipv6 === undefined ? [] : [ipv6],
            sourceDestCheck: face.forwards !== true,
        },
    );
    const way = registry.choose(`${face.id}-public`, "address" as const, "association" as const);
    addPublicAddress(registry, face, face.publicAddress === undefined ? undefined : way, "networkInterface");
}

function addScalingGroup(registry: Registry, network: Network, face: Interface): void {
    const template = `${face.id}-template`;
    const groups = groupsOf(registry, network, face);
    const isPublic = face.publicAddress !== undefined;
    registry.add(template, "aws:ec2/launchTemplate:LaunchTemplate", {
        imageId: "ami-0",
        instanceType: "t3.micro",
        ...(registry.choose(`${face.id}-template-shape`, isPublic, true)
            ? {
                  networkInterfaces: [
                      { deviceIndex: 0, associatePublicIpAddress: String(isPublic), securityGroups: groups },
                  ],
              }
            : { vpcSecurityGroupIds: groups }),
    });
    const targetGroups = network.targetGroups.filter((group) =>
        group.targets.some((target) => target.interface === face.id),
    );
    registry.add(face.id, "aws:autoscaling/group:Group", {
        minSize: 1,
        maxSize: 1,
        vpcZoneIdentifiers: (face.mayBeIn ?? [face.subnet]).map((id) => refer(id)),
        launchTemplate: { id: refer(template), version: "$Latest" },
        targetGroupArns:
            targetGroups.length === 0 ? undefined : targetGroups.map(({ id }) => refer(id, "arn")),
    });
}

function addDatabase(registry: Registry, network: Network, face: Interface): void {
    const subnetGroup = `${face.id}-subnets`;
    registry.add(
        subnetGroup,
        "aws:rds/subnetGroup:SubnetGroup",
        {
            name: registry.choose(`${face.id}-named`, subnetGroup, undefined),
            subnetIds: (face.mayBeIn ?? [face.subnet]).map((id) => refer(id)),
        },
        { name: subnetGroup },
    );
    registry.add(
        face.id,
        "aws:rds/instance:Instance",
        {
            engine: "mysql",
            instanceClass: "db.t3.micro",
            dbSubnetGroupName: refer(subnetGroup, "name"),
            vpcSecurityGroupIds: groupsOf(registry, network, face),
            publiclyAccessible: face.publicAddress === undefined ? undefined : true,
        },
        {
            publiclyAccessible: face.publicAddress !== undefined,
            vpcSecurityGroupIds: (face.securityGroups ?? []).map((id) => refer(id)),
        },
    );
}

function addInstanceConnectEndpoint(registry: Registry, network: Network, face: Interface): void {
    registry.add(
        face.id,
        "aws:ec2transitgateway/instanceConnectEndpoint:InstanceConnectEndpoint",
        {
            subnetId: refer(face.subnet),
            securityGroupIds: groupsOf(registry, network, face),
            preserveClientIp: false,
        },
        {
            vpcId: refer(named(network.subnets, face.subnet).vpc),
            securityGroupIds: (face.securityGroups ?? []).map((id) => refer(id)),
            networkInterfaceIds: [`eni-of-${face.id}`],
        },
    );
}

function addGatewayLoadBalancerEndpoint(registry: Registry, network: Network, face: Interface): void {
    registry.add(face.id, "aws:ec2/vpcEndpoint:VpcEndpoint", {
        vpcId: refer(named(network.subnets, face.subnet).vpc),
        vpcEndpointType: "GatewayLoadBalancer",
        serviceName: "com.amazonaws.vpce.us-east-1.vpce-svc-0",
        subnetIds: [refer(face.subnet)],
    });
}
