import { otherZone } from "../../network/nat-zones";
import { defaultRoutes, leadsTo } from "../../network/routing";
import { managedSubnets } from "../../network/subnet-roles";
import { perStack, rule } from "../../rule";
import { toggle } from "../../settings";

export const natPerAz = rule(
    {
        id: "nat-per-az",
        title: "Every private subnet goes out by the NAT gateway of its own zone",
        severity: "medium",
        checklist: ["network-7"],
        why: "When a zone fails, its NAT takes down every zone that goes out by it; crossing zones also costs.",
        fix: "Make a NAT gateway in each zone and route each zone's table to its own, or use a regional one.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html",
        config: {
            perZone: toggle(
                "Whether each zone needs a NAT gateway of its own; false where one must do",
                true,
            ),
        },
    },
    perStack(({ model }, { perZone }) =>
        managedSubnets(model).flatMap((subnet) => {
            const table = model.routeTables.get(subnet.routeTable);
            const routes = table === undefined ? [] : defaultRoutes(table, model);
            return perZone
                ? routes
                      .filter((route) => leadsTo(route, "natGateway"))
                      .flatMap((route) => otherZone(subnet, route, model))
                : [];
        }),
    ),
);
