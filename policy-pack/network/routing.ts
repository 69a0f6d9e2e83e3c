import type {
    NetworkModel,
    Route,
    RouteTable,
    RouteTargetKind,
    Subnet,
} from "../../analysis/model/network-model";
import type { Undecided } from "../../analysis/model/resource-record";
import {
    addressSet,
    hasNoAddresses,
    noAddresses,
    publicPart,
    unionAddresses,
    type AddressSet,
} from "../../packets/address-set";
import { isInternet } from "./exposure";

export type Access = "public" | "private" | "isolated";

/** The addresses a route leads to; none for what is open or a service's own prefix list. */
export function destinationOf(route: Route, model: NetworkModel): AddressSet {
    const { destination } = route;
    switch (destination.kind) {
        case "cidr":
            return addressSet([destination.cidr]);
        case "prefixList":
            return model.prefixLists.get(destination.prefixList)?.addresses ?? noAddresses;
        case "undecided":
            return noAddresses;
    }
}

/** Routes that lead some public address somewhere, other than to a gateway endpoint or nowhere. */
export const publicRoutes = (table: RouteTable, model: NetworkModel): readonly Route[] =>
    table.routes.filter(
        (route) =>
            !["local", "gatewayEndpoint", "blackhole"].includes(route.target.kind) &&
            !hasNoAddresses(publicPart(destinationOf(route, model))),
    );

/** Routes that by themselves or together are a default route: two halves of the internet are one. */
export function defaultRoutes(table: RouteTable, model: NetworkModel): readonly Route[] {
    const routes = publicRoutes(table, model);
    const together = routes.reduce(
        (sum, route) => unionAddresses(sum, destinationOf(route, model)),
        noAddresses,
    );
    return isInternet(together) ? routes : [];
}

export const leadsTo = (route: Route, ...kinds: readonly RouteTargetKind[]): boolean =>
    (kinds as readonly string[]).includes(route.target.kind);

/** What a subnet's routes make of it, whatever it is called. */
export function routedAccess(subnet: Subnet, model: NetworkModel): Access {
    const table = model.routeTables.get(subnet.routeTable);
    const routes = table === undefined ? [] : publicRoutes(table, model);
    if (routes.some((route) => leadsTo(route, "internetGateway"))) {
        return "public";
    }
    return table !== undefined && defaultRoutes(table, model).length > 0 ? "private" : "isolated";
}

/** What keeps it open where a subnet's packets go. */
export function undecidedRouting(subnet: Subnet, model: NetworkModel): readonly Undecided[] {
    const table = model.routeTables.get(subnet.routeTable);
    if (table === undefined) {
        return subnet.undecided;
    }
    const open = table.routes.flatMap(({ destination, target }) => [
        ...(destination.kind === "undecided" ? [destination.undecided] : []),
        ...(target.kind === "undecided" ? [target.undecided] : []),
    ]);
    const unseen: Undecided[] =
        table.external && table.undecided.length === 0 ? [unseenTable(subnet, table)] : [];
    return [...subnet.undecided.filter(isAboutRoutes), ...table.undecided, ...open, ...unseen];
}

const isAboutRoutes = ({ property }: Undecided): boolean => /route|^subnetId$|^id$/i.test(property);

const unseenTable = (subnet: Subnet, table: RouteTable): Undecided => ({
    urn: subnet.key,
    property: "routeTableId",
    reason: `its route table ${table.key} belongs to another stack, so its routes cannot be seen`,
    remedy: "Manage the route table and its routes in this stack.",
});
