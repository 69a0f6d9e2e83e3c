import type { Undecided } from "../model/resource-record";
import { formatProtocol } from "../../packets/protocol";
import * as intervals from "../../packets/interval-set";
import { formatPorts } from "../../packets/ports";
import { exampleAddress } from "./example-address";
import type { Answer, Packet, ReachVerdict } from "./answer";
import { blockersOf } from "./blockers";
import type { ExplanationCode } from "./explanation-code";
import { hostOf, type ExplanationContext } from "./explanation-context";
import { replyHops, requestHops } from "./hops";
import { anyClientPort, droppedPorts } from "./itinerary";
import type { NetworkIndex } from "./network-index";
import type { JudgedItinerary, Patch } from "./pair";
import type { Scope } from "./quantify";
import { oneSession, type QueryTraffic } from "./query-traffic";
import { hasNoTraffic, intersectTraffic, noTraffic, type TrafficSet } from "./traffic-set";

/** Puts a verdict into words: the way, the rules, one packet; or all obstacles; or what is open. */
export function explain(
    index: NetworkIndex,
    patches: readonly Patch[],
    verdict: ReachVerdict,
    asked: QueryTraffic,
    scope: Scope,
): Answer {
    const contexts = patches.flatMap((patch) =>
        patch.itineraries.map((judged) => contextOf(index, patch, judged, asked, scope, verdict)),
    );
    switch (verdict) {
        case "reachable":
            return explainReachable(contexts, scope);
        case "unknown":
            return explainUnknown(contexts, scope);
        case "blocked":
            return explainBlocked(contexts, scope);
    }
}

function contextOf(
    index: NetworkIndex,
    patch: Patch,
    judged: JudgedItinerary,
    asked: QueryTraffic,
    scope: Scope,
    verdict: ReachVerdict,
): ExplanationContext {
    const found = intersectTraffic(
        judged[scope][verdict === "reachable" ? "certain" : "possible"],
        asked.traffic,
    );
    return {
        index,
        patch,
        judged,
        asked,
        traffic: hasNoTraffic(found) ? asked.traffic : single(found, asked),
    };
}

/** One port, type or protocol of the set: a packet has but one. */
function single(traffic: TrafficSet, asked: QueryTraffic): TrafficSet {
    const first = traffic[asked.kind][0]!.first;
    return { ...noTraffic, [asked.kind]: [{ first, last: first }] };
}

function explainReachable(contexts: readonly ExplanationContext[], scope: Scope): Answer {
    const working = contexts.filter((context) => works(context, scope, "certain"));
    const whole = working.find((context) => partialNote(context, scope) === undefined);
    // Where nobody knows which address an end has, what holds for some of them only is worth telling.
    const part = working.find(
        (context) =>
            (context.patch.from.oneUnknown || context.patch.to.oneUnknown) &&
            partialNote(context, scope) !== undefined,
    );
    const context = part ?? whole ?? working[0] ?? contexts[0]!;
    const partial = partialNote(context, scope);
    const translated = context.judged.itinerary.chosenReply !== undefined;
    return {
        verdict: "reachable",
        codes: translated ? ["REMAP_EPHEMERAL_PORT"] : [],
        path: requestHops(context),
        replyPath: scope === "session" ? replyHops(context) : [],
        packet: packetOf(context),
        ...(partial === undefined ? {} : { partial }),
        blockedBy: [],
        changes: [],
        undecided: [],
    };
}

function explainUnknown(contexts: readonly ExplanationContext[], scope: Scope): Answer {
    const open = contexts.filter((context) => works(context, scope, "possible"));
    const context = open[0] ?? contexts[0]!;
    const { codes, undecided } = whatIsOpen(open.length > 0 ? open : [context]);
    return {
        verdict: "unknown",
        codes,
        path: requestHops(context),
        replyPath: scope === "session" ? replyHops(context) : [],
        packet: packetOf(context),
        blockedBy: [],
        changes: [],
        undecided,
    };
}

/** What leaves open the traffic that is possible between the patches' ends but not certain. */
export function doubtsAbout(
    index: NetworkIndex,
    patches: readonly Patch[],
    open: TrafficSet,
): readonly Undecided[] {
    const asked: QueryTraffic = { ...oneSession(open), traffic: open };
    const contexts = patches.flatMap((patch) =>
        patch.itineraries.map((judged): ExplanationContext => ({
            index,
            patch,
            judged,
            asked,
            traffic: open,
        })),
    );
    const unsettled = contexts.filter((context) => works(context, "session", "possible"));
    return whatIsOpen(unsettled.length > 0 ? unsettled : contexts).undecided;
}

function whatIsOpen(contexts: readonly ExplanationContext[]): {
    readonly codes: readonly ExplanationCode[];
    readonly undecided: readonly Undecided[];
} {
    const codes = new Set<ExplanationCode>();
    const undecided = new Map<string, Undecided>();
    const add = (code: ExplanationCode, doubt: Undecided): void => {
        codes.add(code);
        undecided.set(`${doubt.urn} ${doubt.property} ${doubt.reason}`, doubt);
    };
    for (const one of contexts) {
        doubtsOf(one).forEach(({ code, doubt }) => add(code, doubt));
    }
    if (undecided.size === 0) {
        const { patch } = contexts[0]!;
        add("ENI_ADDRESS_RESTRICTION", {
            urn: (patch.to.host ?? patch.from.host)?.key ?? "internet",
            property: "privateIp",
            reason: "it works for some of the addresses that the interface may get, not for all",
            remedy: "pin its address, or let the rules cover its whole subnet",
        });
    }
    return { codes: [...codes], undecided: [...undecided.values()] };
}

function doubtsOf(
    context: ExplanationContext,
): { readonly code: ExplanationCode; readonly doubt: Undecided }[] {
    const { patch, judged, index } = context;
    const ways = [judged.itinerary.request, ...judged.itinerary.replies.flat()];
    const onTheWay = ways.flatMap((way) =>
        way.steps.flatMap((step) =>
            step.kind === "doubt"
                ? [{ code: step.code, doubt: step.undecided }]
                : step.kind === "networkAcl"
                  ? (index.model.networkAcls.get(step.acl)?.undecided ?? [unseen(step.acl)]).map((doubt) => ({
                        code: "UNDECIDED_PROPERTY" as const,
                        doubt,
                    }))
                  : [],
        ),
    );
    const atEnds = [...patch.from.doubts, ...patch.to.doubts].map((doubt) => ({
        code: "UNDECIDED_PROPERTY" as const,
        doubt,
    }));
    const inGroups = judged.itinerary.hosts.flatMap((step, position) => {
        const host = hostOf(context, step.at);
        const allowance = judged.hosts[position]!;
        const certain = !hasNoTraffic(intersectTraffic(allowance.certain, context.traffic));
        return host === undefined || certain
            ? []
            : [
                  ...index.interfaceFilter(host, step.direction).doubts,
                  ...(step.references.preserved === "undecided" && step.at !== "origin"
                      ? [references(host.key)]
                      : []),
              ].map((doubt) => ({ code: "UNDECIDED_PROPERTY" as const, doubt }));
    });
    return [...onTheWay, ...atEnds, ...inGroups];
}

const unseen = (urn: string): Undecided => ({
    urn,
    property: "entries",
    reason: "the network ACL is managed elsewhere, so its entries cannot be seen",
    remedy: "manage the ACL in this program",
});

const references = (urn: string): Undecided => ({
    urn,
    property: "vpcSecurityGroupIds",
    reason: "whether group references hold on this path is not known",
    remedy: "allow the peer by its addresses",
});

function explainBlocked(contexts: readonly ExplanationContext[], scope: Scope): Answer {
    const candidates = contexts.map((context) => ({ context, blockers: blockersOf(context, scope) }));
    candidates.sort((left, right) => left.blockers.length - right.blockers.length);
    const best = candidates.find(({ blockers }) => blockers.length > 0) ?? candidates[0]!;
    const codes = new Set(best.blockers.map((blocker) => blocker.code));
    return {
        verdict: "blocked",
        codes: codes.size === 0 ? ["NO_PATH"] : [...codes],
        path: requestHops(best.context),
        replyPath: [],
        blockedBy: best.blockers,
        changes: [...new Set(best.blockers.map((blocker) => blocker.change))],
        undecided: [],
    };
}

const works = (context: ExplanationContext, scope: Scope, sure: "certain" | "possible"): boolean =>
    !hasNoTraffic(intersectTraffic(context.judged[scope][sure], context.asked.traffic));

function partialNote(context: ExplanationContext, scope: Scope): string | undefined {
    const { chosenReply, clientReply } = context.judged.itinerary;
    const { kind, clientsChoose } = context.asked;
    const dropped = intervals.union(
        droppedPorts(chosenReply, kind),
        clientsChoose === true ? droppedPorts(clientReply, kind) : [],
    );
    return scope === "session" && dropped.length > 0
        ? "a NAT gateway or load balancer sends from any port from 1024 to 65535, " +
              `and replies to ${formatPorts(dropped)} are dropped`
        : undefined;
}

function packetOf(context: ExplanationContext): Packet {
    const { patch, asked, traffic, judged } = context;
    const ordinal = traffic[asked.kind][0]!.first;
    const base = {
        protocol: formatProtocol(asked.protocol),
        source: exampleAddress(patch.source, patch.from.place, "source"),
        destination: exampleAddress(patch.destination, patch.to.place, "destination"),
    };
    if (asked.kind === "tcp" || asked.kind === "udp") {
        const open = intervals.intersect(
            intervals.intersect(judged.itinerary.clientReply.possible[asked.kind], asked.clientPorts),
            asked.clientPorts,
        );
        const sourcePort = (open.at(-1) ?? asked.clientPorts.at(-1) ?? anyClientPort[0]!).first;
        return { ...base, sourcePort, destinationPort: ordinal };
    }
    return asked.kind === "other" ? base : { ...base, icmpType: ordinal >> 8, icmpCode: ordinal & 255 };
}
