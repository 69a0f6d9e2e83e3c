import { undecidable, violates, type Faults } from "../../fault";
import { defaultRoutes, leadsTo, undecidedRouting } from "../../network/routing";
import { at, isSet } from "../../reading";
import { perStack, rule } from "../../rule";

export const natInPublicSubnet = rule(
    {
        id: "nat-in-public-subnet",
        title: "Every public NAT gateway has an address and a way to the internet",
        severity: "medium",
        checklist: ["network-7"],
        why: "A NAT gateway in a private subnet, or without an address, takes nobody anywhere.",
        fix: "Put it into a subnet whose default route leads to the internet gateway, with an Elastic IP.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-working-with.html",
    },
    perStack(({ model }) =>
        [...model.natGateways.values()]
            .filter((nat) => nat.public && !nat.regional && !nat.external)
            .flatMap((nat): Faults => {
                const subnet = model.subnets.get(nat.subnet ?? "");
                if (subnet === undefined || nat.record === undefined) {
                    return [
                        undecidable({
                            urn: nat.key,
                            property: "subnetId",
                            reason: "its subnet is not in this stack",
                            remedy: "Pass the id of a subnet that this stack manages.",
                        }),
                    ];
                }
                const table = model.routeTables.get(subnet.routeTable);
                const isPublic =
                    table !== undefined &&
                    defaultRoutes(table, model).some((route) => leadsTo(route, "internetGateway"));
                const open = isPublic ? [] : undecidedRouting(subnet, model);
                return [
                    ...open.map((undecided) =>
                        undecidable(undecided, "whether NAT has a way out cannot be told"),
                    ),
                    ...(isPublic || open.length > 0
                        ? []
                        : [
                              violates(
                                  at(nat.record, "subnetId"),
                                  "is a subnet without a route to the internet gateway",
                              ),
                          ]),
                    ...(isSet(nat.record, "allocationId")
                        ? []
                        : [
                              violates(
                                  at(nat.record, "allocationId"),
                                  "is not set, so it has no public address",
                              ),
                          ]),
                ];
            }),
    ),
);
