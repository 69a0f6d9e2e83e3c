import { everyAddress } from "../../packets/address-set";
import type { Key, RouteTargetKind } from "../model/network-model";
import { lookUp, someOf } from "./address";
import type { Journey } from "./journey";
import type { NetworkIndex } from "./network-index";
import { enterSubnet, isExternal } from "./subnet-crossing";

/** Somebody else decides what comes of it: it may arrive at any goal, with any source address. */
export function beyondBoundary(index: NetworkIndex, journey: Journey, key: Key, what: string): Journey[] {
    journey.pass("boundary", key);
    journey.doubt("BOUNDARY", { ...isExternal(key, what), property: "routes" });
    return arriveSomehow(index, journey);
}

/** Goes on to the goal by a way that cannot be seen, as far as any way leads into the goal's VPC. */
export function arriveSomehow(index: NetworkIndex, journey: Journey): Journey[] {
    const { place, goal } = journey;
    journey.references = { preserved: "undecided" };
    journey.isUnseen = true;
    if (place.kind === "subnet") {
        journey.source = someOf(journey.source.family, everyAddress);
    }
    if (goal.kind !== "subnet") {
        return [journey.arrive()];
    }
    const isWithin =
        place.kind === "subnet" &&
        (place.subnet.vpc === goal.subnet.vpc || index.isUnidentified(place.subnet.vpc));
    const isOwn =
        place.kind === "outside" && lookUp(index.blocksOf(goal.subnet.vpc), journey.source).includes(true);
    if (
        !isWithin &&
        !isOwn &&
        journey.face === "private" &&
        entranceOf(index, goal.subnet.vpc) === undefined
    ) {
        journey.stop(disconnected(goal.subnet.vpc));
    }
    // Whoever sits in a place that is not known may sit in the goal's own subnet, which asks no ACL.
    if (place.kind !== "subnet" || !isUnknownPlace(index, place.subnet.key)) {
        enterSubnet(index, journey, goal.subnet, undefined);
    }
    return [journey.arrive()];
}

/** In a circle of routes, or among more ways than are looked into. */
export function getLost(
    index: NetworkIndex,
    journey: Journey,
    table: Key,
    handed: "circle" | "tooMany",
): Journey[] {
    if (handed === "circle") {
        return [
            journey.stop({
                key: table,
                code: "CANNOT_ROUTE",
                message: "the routes lead in a circle",
                change: "break the circle",
            }),
        ];
    }
    journey.doubt("UNDECIDED_PROPERTY", {
        urn: table,
        property: "routes",
        reason: "the plan leaves open more ways than are looked into",
        remedy: "State the ids that routes and their tables depend on.",
    });
    return arriveSomehow(index, journey);
}

/** Whether the subnet stands for one that the plan does not name. */
export const isUnknownPlace = (index: NetworkIndex, subnet: Key): boolean =>
    index.subnet(subnet)?.unidentified === true;

export const disconnected = (vpc: Key) =>
    ({
        key: vpc,
        code: "DISCONNECTED_VPCS",
        message: "nothing connects the VPC to networks outside it",
        change: "peer the VPC, or attach it to a transit gateway or a virtual private gateway",
    }) as const;

/** Resources that connect VPCs to other networks in ways of which the model knows only that they exist. */
const connectors =
    /^aws:(ec2\/vpnGateway|ec2\/vpnGatewayAttachment|ec2clientvpn\/|networkmanager\/|vpclattice\/|directconnect\/)/;

/** Something by which packets from outside may come into a VPC, other than an internet gateway. */
export function entranceOf(index: NetworkIndex, vpc: Key): Key | undefined {
    const { model } = index;
    const known = index.entrances.get(vpc);
    if (known !== undefined) {
        return known.key;
    }
    const unseen = model.vpcs.get(vpc)?.external === true ? vpc : undefined;
    const attached = index.attachmentsOf(vpc)[0]?.gateway.key;
    const openGateway = [...model.transitGateways.values()].find(({ undecided }) => undecided.length > 0);
    const peered = [...model.peeringConnections.values()].find((connection) =>
        [connection.requester, connection.accepter].some((end) => end === vpc || index.isUnidentified(end)),
    );
    const connector = [...model.records.values()].find(({ type }) => connectors.test(type));
    const key =
        unseen ?? attached ?? peered?.key ?? routedEntrance(index, vpc) ?? openGateway?.key ?? connector?.urn;
    index.entrances.set(vpc, { key });
    return key;
}

/** What a route of the VPC leads to and the model does not know the inside of. */
function routedEntrance(index: NetworkIndex, vpc: Key): Key | undefined {
    for (const table of index.model.routeTables.values()) {
        if (table.vpc !== vpc && !index.isUnidentified(table.vpc)) {
            continue;
        }
        const [propagated] = table.propagatedFrom;
        if (propagated !== undefined || table.undecided.length > 0) {
            return propagated ?? table.key;
        }
        for (const { target } of table.routes) {
            if (target.kind === "undecided") {
                return table.key;
            }
            if ("key" in target && !inner.has(target.kind)) {
                return target.key;
            }
        }
    }
    return undefined;
}

const inner: ReadonlySet<RouteTargetKind> = new Set([
    "local",
    "internetGateway",
    "egressOnlyInternetGateway",
    "natGateway",
    "gatewayEndpoint",
]);
