import { versionOf } from "../addresses";
import { named, type Network, type Route, type RouteTable, type Subnet, type Vpc } from "../network";
import { computedFrom, refer, type Registry, type Value, type Values } from "./registry";

export function addVpcs(registry: Registry, network: Network): void {
    for (const vpc of network.vpcs) {
        addVpc(registry, network, vpc);
    }
    for (const subnet of network.subnets) {
        addSubnet(registry, network, subnet);
    }
    for (const table of network.routeTables) {
        addRouteTable(registry, network, table);
    }
    for (const vpc of network.vpcs) {
        if (vpc.mainRouteTable !== vpc.defaultRouteTable) {
            registry.add(`${vpc.id}-main`, "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation", {
                vpcId: refer(vpc.id),
                routeTableId: refer(vpc.mainRouteTable),
            });
        }
    }
    addGateways(registry, network);
}

function addVpc(registry: Registry, network: Network, vpc: Vpc): void {
    const ipv4 = vpc.cidrs.filter((cidr) => versionOf(cidr) === 4);
    const ipv6 = vpc.cidrs.find((cidr) => versionOf(cidr) === 6);
    registry.add(
        vpc.id,
        "aws:ec2/vpc:Vpc",
        {
            cidrBlock: ipv4[0],
            region: network.vpcs.some((other) => other.region !== vpc.region) ? vpc.region : undefined,
            assignGeneratedIpv6CidrBlock: ipv6 === undefined ? undefined : true,
            enableDnsSupport: true,
        },
        {
            ipv6CidrBlock: ipv6 ?? "",
            defaultNetworkAclId: `acl-of-${vpc.id}`,
            defaultRouteTableId: `rtb-of-${vpc.id}`,
            defaultSecurityGroupId: `sg-of-${vpc.id}`,
            mainRouteTableId:
                vpc.mainRouteTable === vpc.defaultRouteTable ? `rtb-of-${vpc.id}` : refer(vpc.mainRouteTable),
        },
    );
    ipv4.slice(1).forEach((cidrBlock, index) => {
        const type = "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";
        registry.add(`${vpc.id}-secondary-${index}`, type, { vpcId: refer(vpc.id), cidrBlock });
    });
}

function addSubnet(registry: Registry, network: Network, subnet: Subnet): void {
    const [ipv4, ipv6] = subnet.cidrs;
    registry.add(
        subnet.id,
        "aws:ec2/subnet:Subnet",
        {
            vpcId: refer(subnet.vpc),
            cidrBlock: ipv4,
            ipv6CidrBlock: ipv6 && computedFrom(subnet.vpc, "ipv6CidrBlock", ipv6),
            assignIpv6AddressOnCreation: ipv6 === undefined ? undefined : false,
            [registry.choose(`${subnet.vpc}-zones`, "availabilityZone", "availabilityZoneId")]: subnet.zone,
            mapPublicIpOnLaunch: mapsPublicAddresses(registry, network, subnet) ? true : undefined,
        },
        {},
    );
    if (subnet.routeTable !== undefined) {
        registry.add(
            `${subnet.id}-table`,
            "aws:ec2/routeTableAssociation:RouteTableAssociation",
            { subnetId: refer(subnet.id), routeTableId: refer(subnet.routeTable) },
            {},
        );
    }
}

/** A subnet may hand out public addresses if everything launched into it has one. */
export function mapsPublicAddresses(registry: Registry, network: Network, subnet: Subnet): boolean {
    const launched = network.interfaces.filter(
        (candidate) => candidate.kind === "instance" && candidate.subnet === subnet.id,
    );
    const others = network.interfaces.some(
        (candidate) => candidate.kind === "autoScalingInstance" && candidate.mayBeIn?.includes(subnet.id),
    );
    const all = launched.length > 0 && launched.every((candidate) => candidate.publicAddress !== undefined);
    return all && !others && registry.choose(`${subnet.id}-maps`, true, false);
}

function addRouteTable(registry: Registry, network: Network, table: RouteTable): void {
    const vpc = named(network.vpcs, table.vpc);
    const isDefault = vpc.defaultRouteTable === table.id;
    const hasDead = table.routes.some(({ target }) => target.kind === "blackhole");
    const inline = !hasDead && registry.choose(`${table.id}-shape`, true, false, false);
    const inlineRoutes = table.routes.map((route) => inlineRoute(network, route));
    const state = table.routes.map((route) => ({ ...everyRouteKey, ...inlineRoute(network, route) }));
    if (isDefault && (table.untouched === true || !inline)) {
        registry.alias(table.id, vpc.id, "defaultRouteTableId");
    } else if (isDefault) {
        registry.add(
            table.id,
            "aws:ec2/defaultRouteTable:DefaultRouteTable",
            { defaultRouteTableId: refer(vpc.id, "defaultRouteTableId"), routes: inlineRoutes },
            { vpcId: refer(vpc.id) },
        );
    } else {
        registry.add(
            table.id,
            "aws:ec2/routeTable:RouteTable",
            { vpcId: refer(vpc.id), routes: inline && table.routes.length > 0 ? inlineRoutes : undefined },
            // A refreshed state also lists the routes that other resources hold.
            { routes: inline || registry.choose(`${table.id}-refreshed`, true, false) ? state : [] },
        );
    }
    if (!inline) {
        table.routes.forEach((route, index) => {
            registry.add(
                `${table.id}-route-${index}`,
                "aws:ec2/route:Route",
                { routeTableId: refer(table.id), ...standaloneRoute(network, route) },
                { state: route.target.kind === "blackhole" ? "blackhole" : "active" },
            );
        });
    }
    if (table.gateway !== undefined) {
        registry.add(`${table.id}-gateway`, "aws:ec2/routeTableAssociation:RouteTableAssociation", {
            gatewayId: refer(table.gateway),
            routeTableId: refer(table.id),
        });
    }
}

const everyRouteKey: Values = Object.fromEntries(
    [
        "cidrBlock",
        "ipv6CidrBlock",
        "destinationPrefixListId",
        "gatewayId",
        "natGatewayId",
        "egressOnlyGatewayId",
        "vpcPeeringConnectionId",
        "transitGatewayId",
        "networkInterfaceId",
        "vpcEndpointId",
    ].map((key) => [key, ""]),
);

const targetKeys = {
    internetGateway: "gatewayId",
    egressOnlyInternetGateway: "egressOnlyGatewayId",
    natGateway: "natGatewayId",
    peering: "vpcPeeringConnectionId",
    transitGateway: "transitGatewayId",
} as const;

function targetOf(network: Network, { target }: Route): Values {
    switch (target.kind) {
        case "blackhole":
            return { vpcPeeringConnectionId: `pcx-${target.id}` };
        case "appliance": {
            const { kind } = named(network.interfaces, target.id);
            return kind === "gatewayLoadBalancerEndpoint"
                ? { vpcEndpointId: refer(target.id) }
                : {
                      networkInterfaceId:
                          kind === "instance"
                              ? refer(target.id, "primaryNetworkInterfaceId")
                              : refer(target.id),
                  };
        }
        default:
            return { [targetKeys[target.kind]]: refer(target.id) };
    }
}

const isPrefixList = (network: Network, destination: string): boolean =>
    network.prefixLists.some((list) => list.id === destination);

function inlineRoute(network: Network, route: Route): Values {
    const { destination } = route;
    const key = isPrefixList(network, destination)
        ? { destinationPrefixListId: refer(destination) }
        : { [versionOf(destination) === 4 ? "cidrBlock" : "ipv6CidrBlock"]: destination };
    return { ...key, ...targetOf(network, route) };
}

function standaloneRoute(network: Network, route: Route): Values {
    const { destination } = route;
    const key: { [property: string]: Value } = isPrefixList(network, destination)
        ? { destinationPrefixListId: refer(destination) }
        : {
              [versionOf(destination) === 4 ? "destinationCidrBlock" : "destinationIpv6CidrBlock"]:
                  destination,
          };
    return { ...key, ...targetOf(network, route) };
}

function addGateways(registry: Registry, network: Network): void {
    for (const { id, vpc } of network.internetGateways) {
        const separately = vpc !== undefined && registry.choose(`${id}-shape`, false, false, true);
        const vpcId = vpc === undefined || separately ? undefined : refer(vpc);
        registry.add(id, "aws:ec2/internetGateway:InternetGateway", { vpcId });
        if (separately) {
            registry.add(`${id}-attachment`, "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment", {
                internetGatewayId: refer(id),
                vpcId: refer(vpc),
            });
        }
    }
    for (const { id, vpc } of network.egressOnlyInternetGateways) {
        const type = "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway";
        registry.add(id, type, { vpcId: refer(vpc) });
    }
    for (const nat of network.natGateways) {
        addNatGateway(registry, network, nat.id);
    }
}

function addNatGateway(registry: Registry, network: Network, id: string): void {
    const nat = named(network.natGateways, id);
    if (nat.subnet === undefined) {
        registry.add(id, "aws:ec2/natGateway:NatGateway", {
            vpcId: refer(nat.vpc),
            availabilityMode: "regional",
        });
        return;
    }
    const address = `${id}-address`;
    if (nat.publicAddress !== undefined) {
        registry.add(address, "aws:ec2/eip:Eip", { domain: "vpc" }, { publicIp: nat.publicAddress });
    }
    registry.add(
        id,
        "aws:ec2/natGateway:NatGateway",
        {
            subnetId: refer(nat.subnet),
            allocationId: nat.publicAddress === undefined ? undefined : refer(address),
            connectivityType: nat.publicAddress === undefined ? "private" : undefined,
        },
        { privateIp: nat.privateAddress, publicIp: nat.publicAddress ?? "" },
    );
}
