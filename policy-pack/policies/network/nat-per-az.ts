import type { NetworkModel, Route, Subnet } from "../../../analysis/model/network-model";
import { undecidable, violates, type Faults } from "../../fault";
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

function otherZone(subnet: Subnet, route: Route, model: NetworkModel): Faults {
    const nat = "key" in route.target ? model.natGateways.get(route.target.key) : undefined;
    if (nat === undefined || nat.regional) {
        return [];
    }
    const zone = nat.subnet === undefined ? undefined : model.subnets.get(nat.subnet)?.zone;
    if (zone === undefined || subnet.zone === undefined || nat.undecided.length > 0) {
        const open = nat.undecided[0] ?? {
            urn: zone === undefined ? nat.key : subnet.key,
            property: zone === undefined ? "subnetId" : "availabilityZone",
            reason: "the plan does not say which zone it is in",
            remedy: "Set `availabilityZoneId` on the subnets, and manage the NAT gateway in this stack.",
        };
        return [undecidable(open, "whether its NAT is in its own zone cannot be told")];
    }
    return zone === subnet.zone
        ? []
        : [
              violates(
                  route,
                  `takes ${subnet.record?.name ?? subnet.key} in ${subnet.zone} out by a NAT gateway in ${zone}`,
                  { evidence: [{ label: "NAT gateway", value: nat.key, urn: nat.key }] },
              ),
          ];
}
