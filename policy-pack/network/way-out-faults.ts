import type { NetworkModel, RouteTable, Subnet } from "../../analysis/model/network-model";
import { formatAddressSet } from "../../packets/address-set";
import { undecidable, violates, type Faults } from "../fault";
import { defaultRoutes, destinationOf, leadsTo, publicRoutes, undecidedRouting } from "./routing";

/** What is wrong with how a private subnet reaches the internet. */
export function privateSubnetFaults(
    subnet: Subnet,
    model: NetworkModel,
    egressBy: readonly string[],
): Faults {
    const table = model.routeTables.get(subnet.routeTable);
    const routes = table === undefined ? [] : defaultRoutes(table, model);
    const direct = table === undefined ? [] : publicRoutes(table, model);
    const wrong = new Set([
        ...routes.filter(({ target }) => target.kind !== "undecided" && !egressBy.includes(target.kind)),
        ...direct.filter((route) => leadsTo(route, "internetGateway")),
    ]);
    return [
        ...[...wrong].map((route) =>
            violates(
                route,
                `takes the private subnet ${subnet.record?.name ?? subnet.key} to ` +
                    `${formatAddressSet(destinationOf(route, model))} by ${route.target.kind}`,
                { evidence: [{ label: "subnet", value: subnet.key, urn: subnet.key }] },
            ),
        ),
        ...undecidedRouting(subnet, model).map((open) =>
            undecidable(open, "whether a private subnet goes out by NAT cannot be told"),
        ),
    ];
}

/** Whoever follows the table, even in another stack: a default route by a host makes it a NAT instance. */
export const hostRouteFaults = (
    table: RouteTable,
    model: NetworkModel,
    egressBy: readonly string[],
): Faults =>
    defaultRoutes(table, model)
        .filter((route) => leadsTo(route, "instance", "networkInterface"))
        .filter(({ target }) => !egressBy.includes(target.kind))
        .map((route) => violates(route, `sends everything to a host, by ${route.target.kind}`));
