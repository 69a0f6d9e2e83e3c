import { formatAddressSet } from "../../packets/address-set";
import type { NetworkAclEntry, RulePeer, SecurityGroupRule } from "../model/network-model";
import { exampleAddress } from "./example-address";
import type { Hop } from "./answer";
import type { End } from "./end";
import { hostOf, nameOf, ownAddress, replyTraffic, type ExplanationContext } from "./explanation-context";
import type { Journey } from "./journey";
import { admittingRules, decidingEntry } from "./matching-rules";
import type { NetworkIndex } from "./network-index";
import type { Step } from "./step";
import { formatRuleTraffic, hasNoTraffic, type TrafficSet } from "./traffic-set";

/** The request's way in words, hop by hop, with the rules that let it pass. */
export function requestHops(context: ExplanationContext): Hop[] {
    const { judged, patch } = context;
    const { itinerary } = judged;
    const hosts = itinerary.hosts;
    const hops: Hop[] = [
        endHop(context.index, patch.from, "source", exampleAddress(patch.source, patch.from.place, "source")),
    ];
    const origin = hosts.find((step) => step.at === "origin");
    if (origin !== undefined) {
        hops.push(...stepHops(context, origin, context.traffic));
    }
    for (const step of itinerary.request.steps) {
        hops.push(...stepHops(context, step, context.traffic));
    }
    const goal = hosts.find((step) => step.at === "goal");
    if (goal !== undefined) {
        hops.push(...stepHops(context, goal, context.traffic));
    }
    const destination = exampleAddress(patch.destination, patch.to.place, "destination");
    hops.push(endHop(context.index, patch.to, "destination", destination));
    return hops;
}

/** The reply's way back: security groups remember the session, network ACLs do not. */
export function replyHops(context: ExplanationContext): Hop[] {
    const { replies } = context.judged.itinerary;
    return replies
        .map((ways, leg) => ({ way: bestWay(ways), leg }))
        .reverse()
        .flatMap(({ way, leg }) =>
            way === undefined
                ? []
                : way.steps.flatMap((step) => stepHops(context, step, replyTraffic(context, leg > 0))),
        );
}

const bestWay = (ways: readonly Journey[]): Journey | undefined =>
    ways.find((way) => !hasNoTraffic(way.allowance().possible)) ?? ways[0];

function endHop(index: NetworkIndex, end: End, kind: "source" | "destination", address: string): Hop {
    const key =
        end.host?.record?.urn ?? end.host?.key ?? (end.place.kind === "cloud" ? "internet" : "outside");
    const subnet = end.place.kind === "subnet" ? ` in ${nameOf(index, end.place.subnet.key)}` : "";
    const name = end.host?.record?.name ?? end.host?.key ?? key;
    return { kind, urn: key, label: `${name} (${address})${subnet}`, rules: [] };
}

function stepHops(context: ExplanationContext, step: Step, traffic: TrafficSet): Hop[] {
    const { index } = context;
    switch (step.kind) {
        case "host":
            return groupHops(context, step, traffic);
        case "networkAcl": {
            const acl = index.model.networkAcls.get(step.acl);
            const entry = decidingEntry(acl, step.egress, ownAddress(context, step.remote), traffic, true);
            const way = step.egress ? "outbound" : "inbound";
            return [
                {
                    kind: "networkAcl",
                    urn: step.acl,
                    label: `${nameOf(index, step.acl)} ${way}`,
                    detail: entry === undefined ? "no entry allows it" : describeEntry(entry),
                    rules: entry === undefined ? [] : [entry.urn],
                },
            ];
        }
        case "route":
            return [
                {
                    kind: "routeTable",
                    urn: step.table,
                    label: nameOf(index, step.table),
                    detail: step.label,
                    rules: step.route === undefined ? [] : [step.route.urn],
                },
            ];
        case "pass":
            return [
                {
                    kind: step.hop,
                    urn: step.key,
                    label: nameOf(index, step.key),
                    rules: [],
                    ...(step.detail === undefined ? {} : { detail: step.detail }),
                },
            ];
        case "limit":
        case "stop":
        case "doubt":
            return [];
    }
}

function groupHops(
    context: ExplanationContext,
    step: Extract<Step, { readonly kind: "host" }>,
    traffic: TrafficSet,
): Hop[] {
    const { index } = context;
    const host = hostOf(context, step.at);
    const groups = host === undefined ? undefined : index.groupsOf(host);
    if (host === undefined || groups === undefined) {
        return [];
    }
    const other = step.remoteHost === undefined ? undefined : hostOf(context, step.remoteHost);
    const rules = admittingRules(
        index,
        groups,
        step.direction,
        {
            address: ownAddress(context, step.remote),
            groups: other === undefined ? [] : (index.groupsOf(other) ?? []),
            preserved: step.references.preserved,
        },
        traffic,
    );
    return [
        {
            kind: "securityGroup",
            urn: groupOfRule(index, groups, rules[0]) ?? groups[0] ?? host.key,
            label: `${groups.map((key) => nameOf(index, key)).join(", ")} ${step.direction}`,
            detail: rules[0] === undefined ? "no rule allows it" : describeRule(index, rules[0]),
            rules: [...new Set(rules.map((rule) => rule.urn))],
        },
    ];
}

const groupOfRule = (
    index: NetworkIndex,
    groups: readonly string[],
    rule: SecurityGroupRule | undefined,
): string | undefined =>
    groups.find((key) => rule !== undefined && index.model.securityGroups.get(key)?.rules.includes(rule));

export const describeEntry = (entry: NetworkAclEntry): string =>
    `entry ${entry.number} ${entry.allow ? "allows" : "denies"} ${formatRuleTraffic(entry.traffic)} ` +
    `${entry.egress ? "to" : "from"} ${formatAddressSet(entry.addresses)}`;

export const describeRule = (index: NetworkIndex, rule: SecurityGroupRule): string =>
    `allows ${formatRuleTraffic(rule.traffic)} ${rule.direction === "ingress" ? "from" : "to"} ` +
    describePeer(index, rule.peer);

function describePeer(index: NetworkIndex, peer: RulePeer): string {
    switch (peer.kind) {
        case "addresses":
            return formatAddressSet(peer.addresses);
        case "securityGroup":
            return nameOf(index, peer.securityGroup);
        case "prefixList":
            return nameOf(index, peer.prefixList);
        case "undecided":
            return "a peer that is not known yet";
    }
}
