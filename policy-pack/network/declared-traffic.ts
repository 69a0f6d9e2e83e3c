import type { ResourceRecord } from "../../analysis/model/resource-record";
import type { Intent } from "../../analysis/reachability/intent";
import { allowedFlows } from "../../analysis/reachability/intent-gaps";
import { noTraffic, type TrafficSet } from "../../analysis/reachability/traffic-set";
import {
    addressSet,
    everyAddress,
    noAddresses,
    subtractAddresses,
    type AddressSet,
} from "../../packets/address-set";
import { isCidrProblem, readCidr, type Cidr } from "../../packets/cidr";
import { valueAt } from "../reading";
import type { TrafficRegion } from "./traffic-regions";

const icmpOf = (...types: readonly number[]) =>
    types.map((type) => ({ first: type * 256, last: type * 256 + 255 }));

/** Replies return to these ports, whatever the client's system, or are ICMP's own answers. */
const clientPorts = [{ first: 1024, last: 65535 }];
const icmpAnswers = { icmp: icmpOf(0, 3, 11), icmpv6: icmpOf(1, 2, 3, 4, 129) };

/** What passes both ways at one place of the network. */
export interface Passage {
    readonly in: readonly TrafficRegion[];
    readonly out: readonly TrafficRegion[];
}

/**
 * What a component's flow table lets pass the network ACL of a tier: requests of its groups and to them,
 * the replies, and, where NAT sits in the tier, what others send through it. ICMP's messages about
 * trouble on the way may pass everywhere. "internet" is what lies outside the VPC.
 */
export function declaredAtTier(component: ResourceRecord, intent: Intent, tier: string): Passage {
    const sides: { readonly [side in "in" | "out"]: TrafficRegion[] } = {
        in: [{ traffic: { ...noTraffic, ...icmpAnswers }, addresses: everyAddress }],
        out: [{ traffic: { ...noTraffic, ...icmpAnswers }, addresses: everyAddress }],
    };
    const tierOf = (peer: string): unknown => valueAt(component, `groups.${peer}.tier`);
    const translates = holdsNat(component, tier);
    for (const { from, to, traffic } of allowedFlows(intent)) {
        const exchange = (opening: "in" | "out", peer: string): void => {
            const addresses = addressesOfPeer(component, intent, peer);
            sides[opening].push({ traffic, addresses });
            sides[opening === "in" ? "out" : "in"].push({ traffic: repliesTo(traffic), addresses });
        };
        const leaves = to === "internet" || intent.ranges.get(to)?.via === "internet";
        const passesNat = translates && leaves && intent.groups.has(from);
        if (tierOf(from) === tier || passesNat) {
            exchange("out", to);
        }
        if (tierOf(to) === tier || passesNat) {
            exchange("in", from);
        }
    }
    return sides;
}

/** The addresses of a tier's subnets, as the component is told them. */
export const tierAddresses = (component: ResourceRecord, tier: string): AddressSet =>
    blocksOf(valueAt(component, `tiers.${tier}.cidrs`));

function addressesOfPeer(component: ResourceRecord, intent: Intent, peer: string): AddressSet {
    const tier = valueAt(component, `groups.${peer}.tier`);
    if (intent.groups.has(peer)) {
        return typeof tier === "string" ? tierAddresses(component, tier) : noAddresses;
    }
    const outside = subtractAddresses(everyAddress, blocksOf([valueAt(component, "cidr")]));
    return intent.ranges.get(peer)?.addresses ?? outside;
}

/** NAT gateways and instances sit in a public tier; a regional gateway sits in none. */
const holdsNat = (component: ResourceRecord, tier: string): boolean =>
    valueAt(component, `tiers.${tier}.access`) === "public" &&
    ["perZone", "single", "instance"].includes(String(valueAt(component, "nat")));

const repliesTo = ({ tcp, udp, other }: TrafficSet): TrafficSet => ({
    tcp: tcp.length > 0 ? clientPorts : [],
    udp: udp.length > 0 ? clientPorts : [],
    other,
    ...icmpAnswers,
});

const blocksOf = (value: unknown): AddressSet =>
    addressSet(
        (Array.isArray(value) ? value : [])
            .map((block: unknown) => readCidr(typeof block === "string" ? block : ""))
            .filter((cidr): cidr is Cidr => !isCidrProblem(cidr)),
    );
