import { formatAddressSet } from "../../../packets/address-set";
import { hasBlockWiderThan } from "../../network/exposure";
import { undecidable, violates, type Faults } from "../../fault";
import { leadsBeyond } from "../../network/peer-blocks";
import { destinationOf } from "../../network/routing";
import { perStack, rule } from "../../rule";
import { wholeNumber } from "../../settings";

export const peeringLeastAccess = rule(
    {
        id: "peering-least-access",
        title: "Routes to a peer lead to the peer's block and no further",
        severity: "medium",
        checklist: ["network-1"],
        why: "A wide route to a peer takes along traffic that was meant for others, and drops it there.",
        fix: "Route the peer's own block, or the part of it that is needed, to the peering connection.",
        docs: "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html",
        config: {
            widestIpv4: wholeNumber("Shortest IPv4 prefix of a route to a peer", 16),
            widestIpv6: wholeNumber("Shortest IPv6 prefix of a route to a peer", 56),
        },
    },
    perStack(({ model }, { widestIpv4, widestIpv6 }) =>
        [...model.routeTables.values()].flatMap((table) =>
            table.routes
                .filter(({ target }) => target.kind === "vpcPeeringConnection")
                .flatMap((route): Faults => {
                    if (route.destination.kind === "undecided") {
                        return [undecidable(route.destination.undecided, "how far it leads cannot be told")];
                    }
                    const destination = destinationOf(route, model);
                    const isWide = hasBlockWiderThan(destination, widestIpv4, widestIpv6);
                    const where = formatAddressSet(destination);
                    return isWide || leadsBeyond(route, table.vpc, model)
                        ? [violates(route, `leads ${where} to a peer, more than the peer's own block`)]
                        : [];
                }),
        ),
    ),
);
