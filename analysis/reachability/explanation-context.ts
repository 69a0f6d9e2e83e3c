import type { Key, NetworkInterface } from "../model/network-model";
import { noTraffic, type TrafficKind, type TrafficSet } from "./traffic-set";
import type { Address, AddressCell } from "./address";
import { icmpOrdinal } from "./traffic-set";
import type { NetworkIndex } from "./network-index";
import type { JudgedItinerary, Patch } from "./pair";
import type { QueryTraffic } from "./query-traffic";
import type { HostPosition } from "./step";
import { anyClientPort } from "./itinerary";

/** One way of one patch, about which a question is answered in words. */
export interface ExplanationContext {
    readonly index: NetworkIndex;
    readonly patch: Patch;
    readonly judged: JudgedItinerary;
    readonly asked: QueryTraffic;
    /** What of the traffic asked about is shown: a single port where there is a choice. */
    readonly traffic: TrafficSet;
}

export const nameOf = (index: NetworkIndex, key: Key): string => index.model.records.get(key)?.name ?? key;

export function hostOf(context: ExplanationContext, at: HostPosition): NetworkInterface | undefined {
    const { patch, index } = context;
    return at === "origin"
        ? patch.from.host
        : at === "goal"
          ? patch.to.host
          : index.model.interfaces.get(at.appliance);
}

/**
 * The address as the patch has it. Ways are shared between pairs, so their steps may hold an address
 * that stands for a wider range than the pair's own.
 */
export function ownAddress(context: ExplanationContext, address: Address): Address {
    if (address.kind === "some") {
        return address;
    }
    const { source, destination } = context.patch;
    const holds = (cell: AddressCell): boolean =>
        cell.family === address.family && address.first <= cell.value && cell.value <= address.last;
    return holds(destination) && address.service === destination.service
        ? destination
        : holds(source)
          ? source
          : address;
}

const replyTypes: { readonly [type: number]: number } = { 8: 0, 10: 9, 13: 14, 15: 16, 17: 18, 128: 129 };

/** What has to get back for the traffic to be a session; `chosen` when a translator picks the port. */
export function replyTraffic(context: ExplanationContext, chosen: boolean): TrafficSet {
    const { asked, traffic } = context;
    const kind: TrafficKind = asked.kind;
    if (kind === "tcp" || kind === "udp") {
        return { ...noTraffic, [kind]: chosen ? anyClientPort : asked.clientPorts };
    }
    if (kind === "other") {
        return traffic;
    }
    const type = (traffic[kind][0]?.first ?? 0) >> 8;
    const answer = replyTypes[type];
    return answer === undefined
        ? noTraffic
        : { ...noTraffic, [kind]: [{ first: icmpOrdinal(answer, 0), last: icmpOrdinal(answer, 0) }] };
}
