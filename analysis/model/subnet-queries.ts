import {
    addressSet,
    addressesOverlap,
    intersectAddresses,
    publicAddresses,
    subtractAddresses,
    type AddressSet,
} from "../../packets/address-set";
import type { Key, NetworkAcl, NetworkModel, Route, RouteTable, Subnet } from "./network-model";

/** The route table that holds for a subnet: its own, or its VPC's main one. */
export const routeTableOf = (model: NetworkModel, subnet: Subnet): RouteTable =>
    entity(model.routeTables, subnet.routeTable);

/** The network ACL that holds for a subnet: its own, or its VPC's default one. */
export const networkAclOf = (model: NetworkModel, subnet: Subnet): NetworkAcl =>
    entity(model.networkAcls, subnet.networkAcl);

/** The subnets of a VPC. */
export const subnetsIn = (model: NetworkModel, vpc: Key): Subnet[] =>
    [...model.subnets.values()].filter((subnet) => subnet.vpc === vpc);

/**
 * Whether a subnet is public: whether its route table sends any public address to an internet gateway
 * that is attached to its VPC. What the plan leaves open counts as public.
 */
export const isPublicSubnet = (model: NetworkModel, subnet: Subnet): boolean =>
    routesToInternet(model, subnet) !== "no";

/** As `isPublicSubnet`, but telling what is certain from what the plan leaves open. */
export function routesToInternet(model: NetworkModel, subnet: Subnet): "yes" | "no" | "undecided" {
    const table = routeTableOf(model, subnet);
    let open = table.external || table.undecided.length > 0 || subnet.undecided.some(isAboutRoutes);
    let rest: AddressSet = publicAddresses;
    // The longest prefix wins, so each route gets only what no more specific one has taken.
    for (const { route, addresses } of bySpecificity(model, table)) {
        if (addresses === undefined) {
            open ||= mayBeInternetGateway(model, subnet, route);
            continue;
        }
        if (!addressesOverlap(rest, addresses)) {
            continue;
        }
        if (route.target.kind === "undecided") {
            open = true;
        } else if (mayBeInternetGateway(model, subnet, route)) {
            return "yes";
        }
        rest = subtractAddresses(rest, intersectAddresses(rest, addresses));
    }
    return open ? "undecided" : "no";
}

interface SizedRoute {
    readonly route: Route;
    /** Undefined where the destination is not known. */
    readonly addresses: AddressSet | undefined;
    readonly prefix: number;
}

function bySpecificity(model: NetworkModel, table: RouteTable): SizedRoute[] {
    const sized = table.routes.map((route): SizedRoute => {
        switch (route.destination.kind) {
            case "cidr":
                return {
                    route,
                    addresses: addressSet([route.destination.cidr]),
                    prefix: route.destination.cidr.prefix,
                };
            case "prefixList": {
                // Only the size of its entries would tell where a list comes among blocks; it yields to all.
                const { addresses } = entity(model.prefixLists, route.destination.prefixList);
                return { route, addresses, prefix: -1 };
            }
            case "undecided":
                return { route, addresses: undefined, prefix: -1 };
        }
    });
    return sized.sort((left, right) => right.prefix - left.prefix);
}

function mayBeInternetGateway(model: NetworkModel, subnet: Subnet, { target }: Route): boolean {
    if (target.kind === "undecided") {
        return true;
    }
    if (target.kind !== "internetGateway") {
        return false;
    }
    const gateway = model.internetGateways.get(target.key);
    // A gateway of another stack can be named in a route only while it is attached.
    return gateway === undefined || gateway.external || gateway.vpc === subnet.vpc;
}

const isAboutRoutes = ({ property }: { readonly property: string }): boolean =>
    /routeTable|^id$/i.test(property);

function entity<T>(entities: ReadonlyMap<Key, T>, key: Key): T {
    const found = entities.get(key);
    if (found === undefined) {
        throw new Error(`the model names ${key} but holds nothing under it`);
    }
    return found;
}
