import type { NetworkModel, Route, Subnet } from "../../analysis/model/network-model";
import { undecidable, violates, type Faults } from "../fault";

/** A subnet that a route takes out by the NAT gateway of another zone. */
export function otherZone(subnet: Subnet, route: Route, model: NetworkModel): Faults {
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
