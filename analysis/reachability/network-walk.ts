import type { Key, RouteTarget, RouteTargetKind, Subnet } from "../model/network-model";
import type { Undecided } from "../model/resource-record";
import { lookUp } from "./address";
import { arriveSomehow, beyondBoundary, disconnected, entranceOf, getLost } from "./boundary";
import { leaveByEgressOnlyGateway, leaveByInternetGateway, reachThroughCloud } from "./cloud-crossing";
import { crossAppliance } from "./appliance-crossing";
import { crossGatewayEndpoint } from "./gateway-endpoint-crossing";
import type { Journey } from "./journey";
import { crossNatGateway } from "./nat-crossing";
import type { NetworkIndex } from "./network-index";
import { crossPeering } from "./peering-crossing";
import { routeTo, type Choice, type RouteLookup } from "./route-filter";
import { enterSubnet, isExternal, leaveSubnet } from "./subnet-crossing";
import { crossTransitGateway } from "./transit-crossing";

/** Goes on from an interface in a subnet; what NAT gateways and transit gateways come back to. */
export type Onward = (journey: Journey) => Journey[];

/** Every way the packet may take from where the journey starts, to its end. */
export function walk(index: NetworkIndex, journey: Journey): Journey[] {
    switch (journey.place.kind) {
        case "cloud":
            return reachThroughCloud(index, journey);
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
    const handed = journey.handTo(
        `${subnet.key} ${journey.entered} ${place.appliance ?? ""} ${place.natGateway ?? ""}`,
    );
    if (handed !== "on") {
        return getLost(index, journey, subnet.routeTable, handed);
    }
    const { goal } = journey;
    const sameVpc = goal.kind === "subnet" && goal.subnet.vpc === subnet.vpc && journey.face !== "public";
    if (sameVpc && goal.subnet.key === subnet.key) {
        // What stays in its subnet asks no route table, however specific its routes.
        return follow(index, journey, { target: localTo(subnet.vpc), label: "within the subnet" });
    }
    if (goal.kind === "subnet" && goal.subnet.vpc !== subnet.vpc && mayBeOneVpc(index, subnet, goal.subnet)) {
        if (goal.subnet.unidentified !== true) {
            leaveSubnet(index, journey, subnet, undefined);
        }
        return beyondBoundary(index, journey, subnet.vpc, "the VPC of one of the two");
    }
    const filter = index.routes(subnet.routeTable, subnet.vpc);
    if (filter === undefined) {
        const way = journey.fork();
        leaveSubnet(index, way, subnet, undefined);
        const beyond = beyondBoundary(index, way, subnet.routeTable, "the route table");
        // Whatever else the table holds, the VPC's own addresses are in it.
        const local = { target: localTo(subnet.vpc), label: "local" };
        return sameVpc ? [...beyond, ...follow(index, journey, local)] : beyond;
    }
    const found = routeTo(filter, journey.destination);
    const { choices, mayMiss } = sameVpc ? withinVpc(index, subnet.vpc, journey, found) : found;
    const ways = choices.flatMap((choice) => follow(index, journey.fork(), choice));
    for (const choice of found.unlikely) {
        const way = journey.fork();
        way.unlikely = true;
        ways.push(...follow(index, way, choice));
    }
    if (
        sameVpc &&
        place.keepsClientAddresses === true &&
        choices.some(({ target }) => target.kind !== "local")
    ) {
        const way = journey.fork();
        way.doubt("ELBV2_SOURCE_ADDRESS_PRESERVATION", straightAhead(subnet));
        ways.push(deliverLocally(index, way));
    }
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

const localTo = (vpc: Key) => ({ kind: "local", key: vpc }) as const;

/**
 * AWS asks that what bears its client's address goes straight to its target (Network Load Balancer guide,
 * "Client IP preservation"), and does not tell what becomes of it where a route says otherwise.
 */
const straightAhead = ({ routeTable }: Subnet): Undecided => ({
    urn: routeTable,
    property: "routes",
    reason: "AWS does not tell whether packets that keep their client's address follow a route past the VPC's own",
    remedy: "remove the route, or turn client IP preservation off",
});

/** Two subnets of which the plan does not tell the VPC may be of the same one, or connected anyhow. */
const mayBeOneVpc = (index: NetworkIndex, left: Subnet, right: Subnet): boolean =>
    [left, right].some(({ vpc }) => index.isUnidentified(vpc));

/** A VPC's own route covers all of its addresses, also those of a block that is not known yet. */
function withinVpc(index: NetworkIndex, key: Key, journey: Journey, found: RouteLookup): RouteLookup {
    const vpc = index.model.vpcs.get(key);
    const { family } = journey.destination;
    const sameFamily = (vpc?.cidrs ?? []).filter((cidr) => cidr.family === family);
    const isOpen =
        (vpc?.undecided.length ?? 0) > 0 || vpc?.hasUnknownIpv6 === true || sameFamily.length === 0;
    if (!isOpen || found.choices.some(({ target }) => target.kind === "local")) {
        return found;
    }
    // A block of a VPC is no shorter than this, so only longer routes come before it.
    const shortest = family === "ipv4" ? 16 : 44;
    const longer = found.choices.filter(
        ({ route }) => route?.destination.kind !== "cidr" || route.destination.cidr.prefix > shortest,
    );
    return { ...found, choices: [{ target: localTo(key), label: "local" }, ...longer], mayMiss: false };
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
    choice.doubts?.forEach((doubt) => journey.doubt("UNDECIDED_PROPERTY", doubt));
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
            return leaveByInternetGateway(index, journey, target.key);
        case "egressOnlyInternetGateway":
            leaveSubnet(index, journey, subnet, undefined);
            return leaveByEgressOnlyGateway(index, journey, target.key);
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
            // The endpoint may be in the sender's subnet, and the firewall send it on from elsewhere.
            return beyondBoundary(index, journey, target.key, "the firewall behind the endpoint");
        case "virtualPrivateGateway":
        case "carrierGateway":
        case "localGateway":
        case "coreNetwork":
            leaveSubnet(index, journey, subnet, undefined);
            return beyondBoundary(index, journey, target.key, boundaryNames[target.kind] ?? target.kind);
    }
}

const boundaryNames: { readonly [kind in RouteTargetKind]?: string } = {
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

/** From a private address beyond the network: through whatever leads out of the goal's VPC. */
function enterFromOutside(index: NetworkIndex, journey: Journey): Journey[] {
    const { goal } = journey;
    if (goal.kind !== "subnet") {
        journey.doubt("UNKNOWN_RESOURCE", isExternal("outside", "the sender's network"));
        return [journey.arrive()];
    }
    const { vpc } = goal.subnet;
    if (lookUp(index.blocksOf(vpc), journey.source).includes(true)) {
        // Its own VPC has the address, in a subnet that this program does not manage.
        return beyondBoundary(index, journey, vpc, "the subnet of the sender");
    }
    const entrance = entranceOf(index, vpc);
    if (entrance === undefined) {
        return [journey.stop(disconnected(vpc))];
    }
    return beyondBoundary(index, journey, entrance, "the network the sender is in");
}
