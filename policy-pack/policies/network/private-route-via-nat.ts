import { formatAddressSet } from "../../../packets/address-set";
import { undecidable, violates, type Faults } from "../../fault";
import { defaultRoutes, destinationOf, leadsTo, publicRoutes, undecidedRouting } from "../../network/routing";
import { privateSubnets } from "../../network/subnet-roles";
import { perStack, rule } from "../../rule";
import { textList } from "../../settings";

export const privateRouteViaNat = rule(
    {
        id: "private-route-via-nat",
        title: "Private subnets reach the internet through NAT only",
        severity: "high",
        checklist: ["network-1", "network-7"],
        why: "NAT lets out and lets nobody in; an internet gateway works both ways.",
        fix: "Route 0.0.0.0/0 to a NAT gateway and ::/0 to an egress-only internet gateway, or nowhere.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
        config: {
            privateTiers: textList("Words that call private subnets", [
                "app",
                "application",
                "private",
                "backend",
            ]),
            egressBy: textList("Kinds of targets that a default route of theirs may have", [
                "natGateway",
                "egressOnlyInternetGateway",
            ]),
        },
    },
    perStack(({ model }, { privateTiers, egressBy }) =>
        privateSubnets(model, privateTiers).flatMap((subnet): Faults => {
            const table = model.routeTables.get(subnet.routeTable);
            const routes = table === undefined ? [] : defaultRoutes(table, model);
            const direct = table === undefined ? [] : publicRoutes(table, model);
            const wrong = new Set([
                ...routes.filter(
                    ({ target }) => target.kind !== "undecided" && !egressBy.includes(target.kind),
                ),
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
        }),
    ),
);
