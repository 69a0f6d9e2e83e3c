import type { Route, Subnet } from "../../../analysis/model/network-model";
import { formatAddressSet } from "../../../packets/address-set";
import { undecidable, violates } from "../../fault";
import { defaultRoutes, destinationOf, leadsTo, publicRoutes, undecidedRouting } from "../../network/routing";
import { databaseSubnets } from "../../network/subnet-roles";
import { perStack, rule } from "../../rule";
import { textList } from "../../settings";
import type { Stack } from "../../stack";

export const dbNoInternetRoute = rule(
    {
        id: "db-no-internet-route",
        title: "Database subnets have no route out of the network",
        severity: "critical",
        checklist: ["network-1"],
        why: "A database that cannot send to the internet cannot leak to it, whatever else goes wrong.",
        fix: "Remove the route, or give database subnets a route table of their own without one.",
        docs: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
        config: {
            databaseTiers: textList("Words that call subnets of databases", ["db", "database", "data"]),
        },
    },
    perStack((stack, { databaseTiers }) =>
        databaseSubnets(stack, databaseTiers).flatMap((subnet) => [
            ...waysOut(stack, subnet).map((route) =>
                violates(
                    route,
                    `takes the database subnet ${subnet.record?.name ?? subnet.key} to ` +
                        `${formatAddressSet(destinationOf(route, stack.model))} by ${route.target.kind}`,
                    { evidence: [{ label: "subnet", value: subnet.key, urn: subnet.key }] },
                ),
            ),
            ...undecidedRouting(subnet, stack.model).map((open) =>
                undecidable(open, "whether databases have a way out cannot be told"),
            ),
        ]),
    ),
);

/** Every route by a gateway to the internet, and every default route, whatever its target. */
function waysOut({ model }: Stack, subnet: Subnet): readonly Route[] {
    const table = model.routeTables.get(subnet.routeTable);
    if (table === undefined) {
        return [];
    }
    const gateways = publicRoutes(table, model).filter((route) =>
        leadsTo(route, "internetGateway", "egressOnlyInternetGateway", "natGateway", "carrierGateway"),
    );
    return [...new Set([...gateways, ...defaultRoutes(table, model)])];
}
