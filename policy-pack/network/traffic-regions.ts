import {
    formatAddressSet,
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

/** Packets of some traffic whose far end has one of some addresses. */
export interface TrafficRegion {
    readonly traffic: TrafficSet;
    readonly addresses: AddressSet;
}

/** What of the regions no other region holds. The parts that are left share no packet. */
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
    return [
        { traffic: subtractTraffic(region.traffic, other.traffic), addresses: region.addresses },
        { traffic: common, addresses: subtractAddresses(region.addresses, other.addresses) },
    ].filter(isFilled);
}

const isFilled = ({ traffic, addresses }: TrafficRegion): boolean =>
    !hasNoTraffic(traffic) && !hasNoAddresses(addresses);

/** For people: `tcp 22 from 10.0.0.0/8`, the first two of them. A far end that is no address is named. */
export function formatRegions(
    regions: readonly TrafficRegion[],
    preposition: "from" | "to",
    farEnd?: string,
): string {
    const shown = regions
        .slice(0, 2)
        .map(
            ({ traffic, addresses }) =>
                `${formatTraffic(traffic)} ${preposition} ${farEnd ?? shortened(formatAddressSet(addresses))}`,
        );
    return [...shown, ...(regions.length > 2 ? [`${regions.length - 2} more`] : [])].join("; ");
}

function shortened(blocks: string): string {
    const all = blocks.split(", ");
    return all.length <= 3 ? blocks : `${all.slice(0, 3).join(", ")} and ${all.length - 3} more blocks`;
}
