import * as intervals from "../../packets/interval-set";
import type { Blocker } from "./answer";
import type { Allowance } from "./allowance";
import { formatSomeAddress } from "./address";
import { canAnswer, canInitiate } from "./endpoint-classes";
import { hostOf, nameOf, ownAddress, replyTraffic, type ExplanationContext } from "./explanation-context";
import { describeEntry } from "./hops";
import { itineraries } from "./itinerary";
import type { Journey } from "./journey";
import { listenerTraffic } from "./listener-traffic";
import { admittingRules, decidingEntry } from "./matching-rules";
import type { Scope } from "./quantify";
import type { Step } from "./step";
import { formatTraffic, hasNoTraffic, intersectTraffic, trafficKinds, type TrafficSet } from "./traffic-set";

/**
 * Everything that stands in the way of the traffic: the walk goes on behind each obstacle as if it were
 * not there, so that whoever opens the path learns of all of them at once.
 */
export function blockersOf(context: ExplanationContext, scope: Scope): Blocker[] {
    const { judged, patch, index, traffic } = context;
    const { itinerary, hosts } = judged;
    const blockers: Blocker[] = [];
    itinerary.hosts.forEach((step, position) => {
        if (lacks(hosts[position]!, traffic)) {
            blockers.push(groupBlocker(context, step));
        }
    });
    blockers.push(...stepBlockers(context, itinerary.request, traffic, "request"));
    if (patch.from.host !== undefined && !canInitiate(patch.from.host)) {
        blockers.push({
            code: "VPCE_INTRA_VPC_TRAFFIC",
            urn: patch.from.host.key,
            stops: "request",
            message: "an endpoint or gateway never opens a session",
            change: "open the session from the other side",
        });
    }
    if (patch.to.host !== undefined && !canAnswer(patch.to.host)) {
        blockers.push({
            code: patch.to.host.kind === "natGateway" ? "NGW_INGRESS_RESTRICTION" : "CANNOT_ROUTE",
            urn: patch.to.host.key,
            stops: "request",
            message: "a gateway takes up no session that is opened to itself",
            change: "open the session to what is behind it",
        });
    }
    if (hasNoTraffic(intersectTraffic(listenerTraffic(index, patch.to.host).possible, traffic))) {
        const key = patch.to.host?.key ?? "";
        blockers.push({
            code: "ELBV2_LISTENERS_MISMATCH",
            urn: key,
            stops: "request",
            message: `${nameOf(index, key)} has no listener for ${formatTraffic(traffic)}`,
            change: `add a listener for ${formatTraffic(traffic)}`,
        });
    }
    if (scope === "session") {
        const ways = itinerary.request.arrived ? itinerary.replies : [wayBack(context)];
        ways.forEach((alternatives, leg) => {
            const wanted = replyTraffic(context, leg > 0);
            if (alternatives.every((way) => isShut(way.allowance(), wanted))) {
                const found = alternatives.map((way) => stepBlockers(context, way, wanted, "reply"));
                found.sort((left, right) => left.length - right.length);
                blockers.push(...(found[0] ?? []));
            }
        });
    }
    return distinct(blockers);
}

/** The way a reply would take if the request had arrived, where both ends speak by private addresses. */
function wayBack(context: ExplanationContext): readonly Journey[] {
    const { patch, index } = context;
    const { from, to } = patch;
    if (from.place.kind !== "subnet" || to.place.kind !== "subnet" || to.face === "public") {
        return [];
    }
    return itineraries(index, to.place, from.place, patch.destination, patch.source, from.face).map(
        (itinerary) => itinerary.request,
    );
}

const isShut = (allowance: Allowance, wanted: TrafficSet): boolean =>
    !hasNoTraffic(wanted) && hasNoTraffic(intersectTraffic(allowance.possible, wanted));

const lacks = (allowance: Allowance, wanted: TrafficSet): boolean =>
    hasNoTraffic(intersectTraffic(allowance.possible, wanted));

function stepBlockers(
    context: ExplanationContext,
    journey: Journey,
    wanted: TrafficSet,
    stops: Blocker["stops"],
): Blocker[] {
    const found: Blocker[] = [];
    const partly: Blocker[] = [];
    for (const step of journey.steps) {
        if (step.kind === "stop") {
            const { code, key, message, change, rule } = step;
            found.push({ code, urn: key, stops, message, change, ...(rule === undefined ? {} : { rule }) });
        } else if (step.kind === "limit" && hasNoTraffic(intersectTraffic(step.traffic, wanted))) {
            found.push({ code: step.code, urn: step.key, stops, message: step.message, change: step.change });
        } else if (step.kind === "networkAcl" && !covers(step.allowance.possible, wanted)) {
            const list = lacks(step.allowance, wanted) ? found : partly;
            list.push(aclBlocker(context, step, wanted, stops));
        }
    }
    // Each of several ACLs lets a part of the ports pass, but no port passes all of them.
    return found.length > 0 ? found : partly;
}

const covers = (outer: TrafficSet, inner: TrafficSet): boolean =>
    trafficKinds.every((kind) => intervals.isSubset(inner[kind], outer[kind]));

function aclBlocker(
    context: ExplanationContext,
    step: Extract<Step, { readonly kind: "networkAcl" }>,
    wanted: TrafficSet,
    stops: Blocker["stops"],
): Blocker {
    const { index } = context;
    const remote = ownAddress(context, step.remote);
    const acl = index.model.networkAcls.get(step.acl);
    const entry = decidingEntry(acl, step.egress, remote, wanted);
    const denies = entry !== undefined && !entry.allow ? entry : undefined;
    const way = step.egress ? "outbound" : "inbound";
    const what = `${formatTraffic(wanted)} ${step.egress ? "to" : "from"} ${formatSomeAddress(remote)}`;
    return {
        code: "SUBNET_ACL_RESTRICTION",
        urn: step.acl,
        stops,
        message:
            denies === undefined
                ? `${nameOf(index, step.acl)} has no ${way} entry that allows ${what}`
                : `${nameOf(index, step.acl)}: ${describeEntry(denies)}`,
        change:
            denies === undefined
                ? `add an ${way} entry that allows ${what}`
                : `add an ${way} entry below ${denies.number} that allows ${what}`,
        ...(denies === undefined ? {} : { rule: denies.urn }),
    };
}

function groupBlocker(context: ExplanationContext, step: Extract<Step, { readonly kind: "host" }>): Blocker {
    const { index, traffic } = context;
    const host = hostOf(context, step.at);
    const groups = (host === undefined ? undefined : index.groupsOf(host)) ?? [];
    const other = step.remoteHost === undefined ? undefined : hostOf(context, step.remoteHost);
    const remoteGroups = other === undefined ? [] : (index.groupsOf(other) ?? []);
    const remote = ownAddress(context, step.remote);
    const unseen = admittingRules(
        index,
        groups,
        step.direction,
        { address: remote, groups: remoteGroups, preserved: "yes" },
        traffic,
    ).find((rule) => rule.peer.kind === "securityGroup");
    const names = groups.map((key) => nameOf(index, key)).join(", ");
    const toward = step.direction === "ingress" ? "from" : "to";
    const peer =
        step.references.preserved !== "no" && remoteGroups[0] !== undefined
            ? nameOf(index, remoteGroups[0])
            : formatSomeAddress(remote);
    const change = `add an ${step.direction} rule to ${names} that allows ${formatTraffic(traffic)} ${toward} ${peer}`;
    const urn = groups[0] ?? host?.key ?? "";
    if (step.references.preserved === "no" && unseen !== undefined) {
        return {
            code: step.references.code ?? "SG_REFERENCES_NOT_PRESERVED",
            urn,
            stops: "request",
            message: `${names} allows it by a group reference, which does not hold on this path`,
            rule: unseen.urn,
            change,
        };
    }
    const rules = groups.flatMap((key) => index.model.securityGroups.get(key)?.rules ?? []);
    const none = !rules.some((rule) => rule.direction === step.direction);
    return {
        code: none ? "SG_HAS_NO_RULES" : "ENI_SG_RULES_MISMATCH",
        urn,
        stops: "request",
        message: none
            ? `${names} has no ${step.direction} rules`
            : `no ${step.direction} rule of ${names} allows ${formatTraffic(traffic)} ${toward} ${peer}`,
        change,
    };
}

function distinct(blockers: readonly Blocker[]): Blocker[] {
    const seen = new Map<string, Blocker>();
    for (const blocker of blockers) {
        const id = `${blocker.code} ${blocker.urn} ${blocker.stops} ${blocker.message}`;
        if (!seen.has(id)) {
            seen.set(id, blocker);
        }
    }
    return [...seen.values()];
}
