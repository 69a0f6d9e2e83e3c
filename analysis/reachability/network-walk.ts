import type { Key, RouteTarget, RouteTargetKind } from "../model/network-model";
import { everyAddress } from "../../packets/address-set";
import { someOf } from "./address";
import { leaveByEgressOnlyGateway, leaveByInternetGateway, reachThroughCloud } from "./cloud-crossing";
import { crossAppliance } from "./appliance-crossing";
import { crossGatewayEndpoint } from "./gateway-endpoint-crossing";
import type { Journey } from "./journey";
import { crossNatGateway } from "./nat-crossing";
import type { NetworkIndex } from "./network-index";
import { crossPeering } from "./peering-crossing";
import { routeTo, type Choice } from "./route-filter";
import { enterSubnet, isExternal, leaveSubnet } from "./subnet-crossing";
import { crossTransitGateway } from "./transit-crossing";

/** Goes on from an interface in a subnet; what NAT gateways and transit gateways come back to. */
export type Onward = (journey: Journey) => Journey[];

const mostTurns = 12;

/** Every way the packet may take from where the journey starts, to its end. */
export function walk(index: NetworkIndex, journey: Journey): Journey[] {
    switch (journey.place.kind) {
        case "cloud":
            return [reachThroughCloud(index, journey)];
        case "outside":
            return enterFromOutside(index, journey);
        case "subnet":
            return leaveBySubnetRoutes(index, journey);
    }
}

function leaveBySubnetRoutes(index: NetworkIndex, journey: Journey): Journey[] {
    const place = journey.place;
    if (place.kind !== "subnet") {
        return [journey];
    }
    const { subnet } = place;
    journey.turns += 1;
    if (journey.turns > mostTurns) {
        return [
            journey.stop({
                key: subnet.routeTable,
                code: "CANNOT_ROUTE",
                message: "the routes lead in a circle",
                change: "break the circle",
            }),
        ];
    }
    const { goal } = journey;
    const sameVpc = goal.kind === "subnet" && goal.subnet.vpc === subnet.vpc && journey.face !== "public";
    const vpc = index.model.vpcs.get(subnet.vpc);
    const unseenBlocks = !(vpc?.cidrs ?? []).some((cidr) => cidr.family === journey.destination.family);
    if (sameVpc && unseenBlocks) {
        // The VPC's block is not known, yet its local route covers each of its own addresses.
        const target = { kind: "local", key: subnet.vpc } as const;
        return follow(index, journey, { target, label: "local" });
    }
    const filter = index.routes(subnet.routeTable);
    if (filter === undefined) {
        leaveSubnet(index, journey, subnet, undefined);
        return beyondBoundary(index, journey, subnet.routeTable, "the route table");
    }
    const { choices, mayMiss } = routeTo(filter, journey.destination);
    const ways = choices.flatMap((choice) => follow(index, journey.fork(), choice));
    for (const doubt of index.model.routeTables.get(subnet.routeTable)?.undecided ?? []) {
        const way = journey.fork();
        way.doubt("UNDECIDED_PROPERTY", doubt);
        leaveSubnet(index, way, subnet, undefined);
        ways.push(...arriveSomehow(index, way));
    }
    if (mayMiss || ways.length === 0) {
        leaveSubnet(index, journey, subnet, undefined);
        ways.push(
            journey.stop({
                key: subnet.routeTable,
                code: "NO_ROUTE_TO_DESTINATION",
                message: "no route leads to the destination",
                change: `add a route for the destination to ${subnet.routeTable}`,
            }),
        );
    }
    return ways;
}

function follow(index: NetworkIndex, journey: Journey, choice: Choice): Journey[] {
    const place = journey.place;
    if (place.kind !== "subnet") {
        return [journey];
    }
    const { subnet } = place;
    journey.steps.push({
        kind: "route",
        table: subnet.routeTable,
        label: choice.label,
        ...(choice.route === undefined ? {} : { route: choice.route }),
    });
    const { target } = choice;
    if (target.kind === "blackhole") {
        leaveSubnet(index, journey, subnet, undefined);
        return [
            journey.stop({
                key: subnet.routeTable,
                code: "BAD_STATE_ROUTE",
                message: `the route ${choice.label} is a blackhole`,
                change: "give the route a living target, or remove it",
                ...(choice.route === undefined ? {} : { rule: choice.route.urn }),
            }),
        ];
    }
    if (target.kind === "undecided") {
        leaveSubnet(index, journey, subnet, undefined);
        journey.doubt("UNDECIDED_PROPERTY", target.undecided);
        return arriveSomehow(index, journey);
    }
    if (choice.route?.destination.kind === "undecided") {
        journey.doubt("UNDECIDED_PROPERTY", choice.route.destination.undecided);
    }
    return followTarget(index, journey, target);
}

function followTarget(
    index: NetworkIndex,
    journey: Journey,
    target: Extract<RouteTarget, { readonly key: Key }>,
): Journey[] {
    const onward: Onward = (next) => walk(index, next);
    const place = journey.place;
    if (place.kind !== "subnet") {
        return [journey];
    }
    const { subnet } = place;
    switch (target.kind) {
        case "local":
            return [deliverLocally(index, journey)];
        case "internetGateway":
            leaveSubnet(index, journey, subnet, undefined);
            return [leaveByInternetGateway(index, journey, target.key)];
        case "egressOnlyInternetGateway":
            leaveSubnet(index, journey, subnet, undefined);
            return [leaveByEgressOnlyGateway(index, journey, target.key)];
        case "natGateway":
            return crossNatGateway(index, journey, target.key, onward);
        case "networkInterface":
        case "instance":
            return crossAppliance(index, journey, target.key, onward);
        case "vpcPeeringConnection":
            leaveSubnet(index, journey, subnet, undefined);
            return crossPeering(index, journey, target.key);
        case "transitGateway":
            return crossTransitGateway(index, journey, target.key, onward);
        case "gatewayEndpoint":
            leaveSubnet(index, journey, subnet, undefined);
            return [crossGatewayEndpoint(index, journey, target.key)];
        case "gatewayLoadBalancerEndpoint":
        case "virtualPrivateGateway":
        case "carrierGateway":
        case "localGateway":
        case "coreNetwork":
            leaveSubnet(index, journey, subnet, undefined);
            return beyondBoundary(index, journey, target.key, boundaryNames[target.kind] ?? target.kind);
    }
}

const boundaryNames: { readonly [kind in RouteTargetKind]?: string } = {
    gatewayLoadBalancerEndpoint: "the firewall behind the endpoint",
    virtualPrivateGateway: "the network behind the virtual private gateway",
    carrierGateway: "the carrier network",
    localGateway: "the network behind the local gateway",
    coreNetwork: "the core network",
};

function deliverLocally(index: NetworkIndex, journey: Journey): Journey {
    const { place, goal } = journey;
    if (place.kind !== "subnet") {
        return journey;
    }
    const { subnet } = place;
    if (goal.kind === "subnet" && goal.subnet.vpc === subnet.vpc && journey.face !== "public") {
        const always = place.filteredWithinSubnet === true || goal.filteredWithinSubnet === true;
        leaveSubnet(index, journey, subnet, always ? undefined : goal.subnet.key);
        // What a transit gateway's interface hands on is new to the subnet, even to its own.
        const fresh = always || journey.entered === "transitGateway";
        enterSubnet(index, journey, goal.subnet, fresh ? undefined : subnet.key);
        return journey.arrive();
    }
    leaveSubnet(index, journey, subnet, undefined);
    if (goal.kind === "outside") {
        journey.doubt("UNKNOWN_DESTINATION", {
            urn: subnet.vpc,
            property: "interfaces",
            reason: "no interface of this program is known to have the address",
            remedy: "ask about a resource, or manage the interface in this program",
        });
        return journey.arrive();
    }
    return journey.stop({
        key: subnet.routeTable,
        code: "NO_PATH",
        message: "the address belongs to the sender's own VPC, where the destination is not",
        change: "give the two VPCs blocks that do not overlap",
    });
}

/** Somebody else decides what comes of it: it may arrive at any goal, with any source address. */
function beyondBoundary(index: NetworkIndex, journey: Journey, key: Key, what: string): Journey[] {
    journey.pass("boundary", key);
    journey.doubt("BOUNDARY", {
        ...isExternal(key, what),
        property: "routes",
    });
    return arriveSomehow(index, journey);
}

function arriveSomehow(index: NetworkIndex, journey: Journey): Journey[] {
    journey.references = { preserved: "undecided" };
    if (journey.place.kind === "subnet") {
        journey.source = someOf(journey.source.family, everyAddress);
    }
    if (journey.goal.kind === "subnet") {
        enterSubnet(index, journey, journey.goal.subnet, undefined);
    }
    return [journey.arrive()];
}

/** From a private address beyond the network: through whatever leads out of the goal's VPC. */
function enterFromOutside(index: NetworkIndex, journey: Journey): Journey[] {
    const { goal } = journey;
    if (goal.kind !== "subnet") {
        journey.doubt("UNKNOWN_RESOURCE", isExternal("outside", "the sender's network"));
        return [journey.arrive()];
    }
    const { vpc } = goal.subnet;
    const entrance = entrancesOf(index, vpc);
    if (entrance === undefined) {
        return [
            journey.stop({
                key: vpc,
                code: "DISCONNECTED_VPCS",
                message: "nothing connects the VPC to networks outside it",
                change: "peer the VPC, or attach it to a transit gateway or a virtual private gateway",
            }),
        ];
    }
    return beyondBoundary(index, journey, entrance, "the network the sender is in");
}

function entrancesOf(index: NetworkIndex, vpc: Key): Key | undefined {
    const attached = index.attachmentsOf(vpc)[0]?.gateway.key;
    const peered = [...index.model.peeringConnections.values()].find(
        (connection) => connection.requester === vpc || connection.accepter === vpc,
    )?.key;
    const tables = [...index.model.routeTables.values()].filter((table) => table.vpc === vpc);
    const targets = tables.flatMap((table) => [
        ...table.propagatedFrom,
        ...table.routes.flatMap(({ target }) =>
            "key" in target && !inner.has(target.kind)
                ? [target.key]
                : target.kind === "undecided"
                  ? [table.key]
                  : [],
        ),
    ]);
    const unseen = index.model.vpcs.get(vpc)?.external === true ? vpc : undefined;
    return attached ?? peered ?? targets[0] ?? unseen;
}

const inner: ReadonlySet<RouteTargetKind> = new Set([
    "local",
    "internetGateway",
    "egressOnlyInternetGateway",
    "natGateway",
    "gatewayEndpoint",
]);
