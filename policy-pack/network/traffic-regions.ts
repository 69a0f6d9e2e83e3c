import {
    addressesOverlap,
    hasNoAddresses,
    intersectAddresses,
    subtractAddresses,
    type AddressSet,
} from "../../packets/address-set";
import {
    formatTraffic,
    hasNoTraffic,
    intersectTraffic,
    subtractTraffic,
    type TrafficSet,
} from "../../analysis/reachability/traffic-set";
import { formatAddresses } from "./format-addresses";

/** Packets of some traffic whose far end has one of some addresses. */
export interface TrafficRegion {
    readonly traffic: TrafficSet;
    readonly addresses: AddressSet;
}

/** What of the regions no other region holds. */
export const beyond = (
    regions: readonly TrafficRegion[],
    others: readonly TrafficRegion[],
): readonly TrafficRegion[] =>
    others.reduce((left, other) => left.flatMap((region) => without(region, other)), regions);

/** What of the regions another one holds, too. */
export const within = (
    regions: readonly TrafficRegion[],
    { traffic, addresses }: TrafficRegion,
): readonly TrafficRegion[] =>
    regions
        .map((region) => ({
            traffic: intersectTraffic(region.traffic, traffic),
            addresses: intersectAddresses(region.addresses, addresses),
        }))
        .filter(isFilled);

function without(region: TrafficRegion, other: TrafficRegion): readonly TrafficRegion[] {
    const common = intersectTraffic(region.traffic, other.traffic);
    if (hasNoTraffic(common) || !addressesOverlap(region.addresses, other.addresses)) {
        return [region];
    }
    return [
        { traffic: subtractTraffic(region.traffic, other.traffic), addresses: region.addresses },
        { traffic: common, addresses: subtractAddresses(region.addresses, other.addresses) },
    ].filter(isFilled);
}

const isFilled = ({ traffic, addresses }: TrafficRegion): boolean =>
    !hasNoTraffic(traffic) && !hasNoAddresses(addresses);

/**
 * For people: `tcp 22 from 10.0.0.0/8`, the first two of them. A far end that is no address is named; what
 * goes beyond the protocols that flows are made of is simply every one.
 */
export function formatRegions(
    regions: readonly TrafficRegion[],
    preposition: "from" | "to",
    farEnd?: string,
): string {
    const all = regions.map(({ traffic, addresses }) => {
        const what = traffic.other.length > 0 ? "every protocol" : formatTraffic(traffic);
        return `${what} ${preposition} ${farEnd ?? formatAddresses(addresses)}`;
    });
    return all.length <= 2 ? all.join("; ") : `${all.slice(0, 2).join("; ")}; and more`;
}
