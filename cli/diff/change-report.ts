import { buildNetworkModel } from "../../analysis/model/build-network-model";
import type { Answer, Packet, ReachVerdict } from "../../analysis/reachability/answer";
import { diffReachability, type ReachabilityChange } from "../../analysis/reachability/reachability-diff";
import { formatTraffic, hasNoTraffic, type TrafficSet } from "../../analysis/reachability/traffic-set";
import type { NetworkSource } from "../network-source";
import { underNamesOf } from "./same-names";

/** What becomes, and what ceases to be, possible from one network to another. */
export interface ChangeReport {
    readonly before: string;
    readonly after: string;
    readonly opened: readonly ReportedChange[];
    readonly closed: readonly ReportedChange[];
}

export interface ReportedChange {
    readonly from: string;
    readonly to: string;
    readonly address: "private" | "public" | "ipv6";
    readonly traffic: string;
    /** Of one such session, in the network that lets it through: certain, or only not proved blocked. */
    readonly verdict: ReachVerdict;
    /** The rules, entries and routes it passes by, request and reply. */
    readonly rules: readonly string[];
    readonly packet?: Packet;
}

export function changeReport(before: NetworkSource, after: NetworkSource): ChangeReport {
    const records = underNamesOf(before.records, after.records);
    const later = records === after.records ? after.model : buildNetworkModel(records);
    const changes = diffReachability(before.model, later);
    return {
        before: before.label,
        after: after.label,
        opened: changes.flatMap((change) => reported(change, change.opened, change.answer)),
        closed: changes.flatMap((change) => reported(change, change.closed, change.lost)),
    };
}

function reported(
    { from, to, face }: ReachabilityChange,
    traffic: TrafficSet,
    answer: Answer | undefined,
): ReportedChange[] {
    if (answer === undefined || hasNoTraffic(traffic)) {
        return [];
    }
    const { verdict, path, replyPath, packet } = answer;
    const rules = [...new Set([...path, ...replyPath].flatMap((hop) => hop.rules))];
    return [
        {
            from,
            to,
            address: face,
            traffic: formatTraffic(traffic),
            verdict,
            rules,
            ...(packet === undefined ? {} : { packet }),
        },
    ];
}
