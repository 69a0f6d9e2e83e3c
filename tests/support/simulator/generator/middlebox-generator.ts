import { addressAt } from "../addresses";
import { named, type Interface, type Network, type Route, type RouteTable } from "../network";
import type { Random } from "./random";

/** An appliance, or the endpoint of a Gateway Load Balancer, and routes that lead some traffic to it. */
export function addMiddleboxes(random: Random, network: Network): Network {
    if (random.chance(0.7)) {
        return network;
    }
    const subnet = random.pick(network.subnets);
    const vpc = named(network.vpcs, subnet.vpc);
    const isEndpoint = random.chance(0.2);
    const own = network.securityGroups.filter((group) => group.vpc === vpc.id && group.untouched !== true);
    const id = `${vpc.id}-check`;
    const box: Interface = {
        id,
        kind: isEndpoint ? "gatewayLoadBalancerEndpoint" : "networkInterface",
        owner: id,
        subnet: subnet.id,
        securityGroups: isEndpoint || own.length === 0 ? null : [random.pick(own).id],
        privateAddress: addressAt(subnet.cidrs[0]!, 8),
        pinned: !isEndpoint,
        ...(isEndpoint ? {} : { forwards: random.chance(0.85) }),
        ...(!isEndpoint && random.chance(0.7) ? { publicAddress: "198.51.100.199" } : {}),
    };
    if (box.securityGroups === null && !isEndpoint) {
        return network;
    }
    const target: Route["target"] = { kind: "appliance", id };
    const blocks = network.subnets.filter((each) => each.vpc === vpc.id).map((each) => each.cidrs[0]!);
    // A route inside the VPC must be for a whole subnet.
    const destinations = [...blocks, "0.0.0.0/0", "203.0.113.0/24"];
    const routeTables = network.routeTables.map((table): RouteTable => {
        const used = table.vpc === vpc.id && table.untouched !== true && random.chance(0.5);
        return used
            ? { ...table, routes: withRoute(table.routes, random.pick(destinations), target) }
            : table;
    });
    const gateway = network.internetGateways.find((each) => each.vpc === vpc.id);
    const byGateway: RouteTable[] =
        gateway === undefined || random.chance(0.4)
            ? []
            : [
                  {
                      id: `${vpc.id}-gateway-table`,
                      vpc: vpc.id,
                      gateway: gateway.id,
                      routes: random.some(blocks, 0.6).map((destination) => ({ destination, target })),
                  },
              ];
    return {
        ...network,
        interfaces: [...network.interfaces, box],
        routeTables: [...routeTables, ...byGateway],
    };
}

const withRoute = (routes: readonly Route[], destination: string, target: Route["target"]): Route[] => [
    ...routes.filter((route) => route.destination !== destination),
    { destination, target },
];
