import type { Key, Route, RouteDestination, RouteTarget, RouteTargetKind } from "./network-model";
import {
    isAbsent,
    isUnknownSlot,
    member,
    reportedSlot,
    statedSlot,
    textIn,
    type Slot,
} from "./property-slots";
import type { ReferenceResolver } from "./references";
import type { ResourceKind } from "./resource-kinds";
import type { ResourceRecord } from "./resource-record";
import { readBlock } from "./rule-addresses";
import { missingIn, unknownIn } from "./undecided-values";

/** The properties of a route that name its target, and what each may name. */
const targetProperties: readonly (readonly [property: string, kinds: readonly ResourceKind[]])[] = [
    ["gatewayId", ["internetGateway", "virtualPrivateGateway", "vpcEndpoint"]],
    ["natGatewayId", ["natGateway"]],
    ["networkInterfaceId", ["networkInterface", "instance", "vpcEndpoint"]],
    ["instanceId", ["instance"]],
    ["transitGatewayId", ["transitGateway"]],
    ["vpcPeeringConnectionId", ["vpcPeeringConnection", "vpcPeeringConnectionAccepter"]],
    ["egressOnlyGatewayId", ["egressOnlyInternetGateway"]],
    ["vpcEndpointId", ["vpcEndpoint"]],
    ["carrierGatewayId", ["carrierGateway"]],
    ["localGatewayId", ["localGateway"]],
    ["coreNetworkArn", ["coreNetwork"]],
];

const targetKindOf: { readonly [kind in ResourceKind]?: RouteTargetKind } = {
    internetGateway: "internetGateway",
    egressOnlyInternetGateway: "egressOnlyInternetGateway",
    natGateway: "natGateway",
    networkInterface: "networkInterface",
    instance: "instance",
    vpcPeeringConnection: "vpcPeeringConnection",
    vpcPeeringConnectionAccepter: "vpcPeeringConnection",
    transitGateway: "transitGateway",
    vpcEndpoint: "gatewayLoadBalancerEndpoint",
    virtualPrivateGateway: "virtualPrivateGateway",
    carrierGateway: "carrierGateway",
    localGateway: "localGateway",
    coreNetwork: "coreNetwork",
};

/** One element of `RouteTable.routes`. */
export const inlineRoute = (references: ReferenceResolver, slot: Slot, vpc: Key): Route =>
    readRoute(references, {
        slot,
        whole: slot,
        at: (property) => member(slot, property),
        blocks: ["cidrBlock", "ipv6CidrBlock"],
        vpc,
    });

/** The route that an `aws:ec2/route:Route` adds to a table. */
export function standaloneRoute(references: ReferenceResolver, record: ResourceRecord, vpc: Key): Route {
    const route = readRoute(references, {
        slot: statedSlot(record, "routeTableId"),
        at: (property) => statedSlot(record, property),
        blocks: ["destinationCidrBlock", "destinationIpv6CidrBlock"],
        vpc,
    });
    // AWS reports so of a route whose target is gone; one that is about to get another target is no longer.
    const isChanging = targetProperties.some(([property]) => isUnknownSlot(statedSlot(record, property)));
    return textIn(reportedSlot(record, "state")) === "blackhole" && !isChanging
        ? { ...route, target: { kind: "blackhole" } }
        : route;
}

interface RouteSlots {
    readonly slot: Slot;
    /** The element of a list that the route is, where it is one. */
    readonly whole?: Slot;
    readonly at: (property: string) => Slot;
    readonly blocks: readonly string[];
    readonly vpc: Key;
}

function readRoute(references: ReferenceResolver, route: RouteSlots): Route {
    const destination = [...route.blocks, "destinationPrefixListId"]
        .map(route.at)
        .find((slot) => !isAbsent(slot));
    return {
        urn: route.slot.record.urn,
        property: destination?.path ?? route.slot.path,
        destination: readDestination(references, route, destination),
        target: readTarget(references, route),
    };
}

function readDestination(
    references: ReferenceResolver,
    route: RouteSlots,
    slot: Slot | undefined,
): RouteDestination {
    if (slot === undefined) {
        const undecided = missingIn(route.at(route.blocks[0]!), "destination");
        return { kind: "undecided", undecided };
    }
    if (slot.path.endsWith("destinationPrefixListId")) {
        const prefixList = references.one(slot, ["prefixList"]);
        return prefixList.kind === "found"
            ? { kind: "prefixList", prefixList: prefixList.key }
            : { kind: "undecided", undecided: undecidedOf(prefixList, slot, "destination") };
    }
    const block = readBlock(slot);
    return "cidr" in block
        ? { kind: "cidr", cidr: block.cidr }
        : { kind: "undecided", undecided: block.undecided };
}

function readTarget(references: ReferenceResolver, route: RouteSlots): RouteTarget {
    if (route.whole !== undefined && isUnknownSlot(route.whole)) {
        return { kind: "undecided", undecided: unknownIn(route.whole, "the target") };
    }
    for (const [property, kinds] of targetProperties) {
        const slot = route.at(property);
        if (isAbsent(slot)) {
            continue;
        }
        if (textIn(slot) === "local") {
            return { kind: "local", key: route.vpc };
        }
        const reference = references.one(slot, kinds);
        if (reference.kind !== "found") {
            return { kind: "undecided", undecided: undecidedOf(reference, slot, "target") };
        }
        const kind =
            reference.of === "vpcEndpoint" && property === "gatewayId"
                ? "gatewayEndpoint"
                : targetKindOf[reference.of]!;
        return { kind, key: reference.key };
    }
    return { kind: "undecided", undecided: missingIn(route.at("gatewayId"), "target") };
}

type Unfound = Exclude<ReturnType<ReferenceResolver["one"]>, { readonly kind: "found" }>;

const undecidedOf = (reference: Unfound, slot: Slot, meaning: string) =>
    reference.kind === "undecided" ? reference.undecided : missingIn(slot, meaning);
