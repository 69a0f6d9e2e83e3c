import type { Key, Listener, LoadBalancer, TargetGroup } from "../model/network-model";
import type { Undecided } from "../model/resource-record";
import { addressesOverlap, publicAddresses, type AddressSet } from "../../packets/address-set";
import { portRange } from "../../packets/ports";
import type { Answer, Blocker } from "./answer";
import { blockedAnswer, joinAnswers, unknownAnswer, whicheverItIs } from "./answer-forms";
import type { End } from "./end";
import { trafficOfListener } from "./listener-traffic";
import { clientEnds } from "./preserved-client";
import { anyClientPort } from "./itinerary";
import type { QueryTraffic } from "./query-traffic";
import { queryTraffic } from "./query-traffic";
import type { ReachQuery } from "./query";
import { QueryError } from "./query";
import type { Prover } from "./reach";
import { facesOf, interfaceEnds, isStranger, resolveEnd, type ResolvedEnd } from "./resolve-end";
import { hasNoTraffic, intersectTraffic, noTraffic } from "./traffic-set";
import { comparable } from "./zones";

/**
 * A session through a load balancer is two: the client's to a listener, and the balancer's to a target.
 * The port asked about is the listener's; the target's is its group's.
 */
export function reachThrough(prover: Prover, query: ReachQuery, via: string): Answer {
    const { index } = prover;
    const balancer = findBalancer(prover, via);
    const nodes = index.model.interfaces.get(balancer.networkInterface);
    if (nodes === undefined) {
        throw new QueryError("via", `the nodes of "${via}" are not in this network`);
    }
    const asked = queryTraffic(query, "ipv4");
    const scope = query.scope ?? "session";
    const client = resolveEnd(index, query.from, "from", facesOf(index, query.from, query.to).from);
    const target = resolveEnd(index, query.to, "to", "private");
    const listeners = listenersFor(balancer, asked);
    const groups = groupsBehind(listeners);
    const stranger = isStranger(index, query.from);
    // Strangers know its public addresses; who is inside may use its private ones as well.
    const faces = stranger
        ? ([balancer.internal ? "private" : "public"] as const)
        : (["private", "public"] as const);
    const answers = faces.flatMap((face) => {
        const seen = face === "public" && !stranger ? client.ends.map(inPublic) : client.ends;
        const fronts = interfaceEnds(index, nodes, face).ends;
        // What a node takes in, the same node passes on.
        return interfaceEnds(index, nodes, "private").ends.map((node, number) => {
            const entrance = { ends: [fronts[number]!], oneUnknown: false };
            const front = prover.answer(client, entrance, asked, scope);
            // What is not known of the balancer may be one more listener, or one more target.
            const open = balancer.undecided.map(leftOpen);
            if (listeners.length > 0 && groups.length === 0 && open.length === 0) {
                return joinAnswers(front, blockedAnswer([noGroup(balancer)]));
            }
            const backs = toGroups(prover, groups, { balancer, node, seen, target, asked, scope });
            const back = bestOf([...backs, ...open]);
            return back === undefined ? front : joinAnswers(front, back);
        });
    });
    return bestOf(answers)!;
}

const listenersFor = (balancer: LoadBalancer, asked: QueryTraffic): readonly Listener[] =>
    balancer.listeners.filter(
        (listener) => !hasNoTraffic(intersectTraffic(trafficOfListener(listener), asked.traffic)),
    );

const groupsBehind = (listeners: readonly Listener[]): readonly Key[] => [
    ...new Set(listeners.flatMap((listener) => listener.targetGroups)),
];

const toGroups = (prover: Prover, groups: readonly Key[], leg: Omit<BackLeg, "group">): Answer[] =>
    groups.flatMap((key) => {
        const group = prover.index.model.targetGroups.get(key);
        return group === undefined || group.external
            ? [unknownAnswer("UNKNOWN_RESOURCE", key, "targets", "the target group cannot be seen")]
            : toTargets(prover, { ...leg, group });
    });

/** The most reachable of several answers: whoever has a choice takes what works. */
const bestOf = (answers: readonly Answer[]): Answer | undefined =>
    answers.find((answer) => answer.verdict === "reachable" && answer.partial === undefined) ??
    answers.find((answer) => answer.verdict === "reachable") ??
    answers.find((answer) => answer.verdict === "unknown") ??
    answers[0];

/** A client of our own as a public address is seen from: its own public one or a NAT gateway's. */
const inPublic = (client: End): End => ({
    ...client,
    placeId: `${client.placeId} in public`,
    addresses: publicAddresses[client.family],
    placeAddresses: publicAddresses[client.family],
    oneUnknown: true,
});

interface BackLeg {
    readonly balancer: LoadBalancer;
    readonly node: End;
    readonly group: TargetGroup;
    /** The client as the node sees it. */
    readonly seen: readonly End[];
    readonly target: ResolvedEnd;
    readonly asked: QueryTraffic;
    readonly scope: "session" | "request";
}

function toTargets(prover: Prover, leg: BackLeg): Answer[] {
    const { group, target, balancer, asked } = leg;
    if (group.targetType === "lambda") {
        return [];
    }
    const perEnd = target.ends.map((end) => {
        const registered = group.targets.filter((one) => isTarget(one, end));
        const kind = asked.kind === "udp" ? "udp" : "tcp";
        const traffic = registered.map((one) => ({
            ...noTraffic,
            [kind]: portRange(one.port ?? group.port),
        }));
        return bestOf(traffic.map((each) => toTarget(prover, leg, end, { ...asked, kind, traffic: each })));
    });
    const answers = perEnd.filter((answer) => answer !== undefined);
    const open = group.undecided.map(leftOpen);
    if (answers.length > 0) {
        const known = target.oneUnknown ? [whicheverItIs(answers)] : answers;
        return open.length === 0 ? known : [...known.map((answer) => atBestUnknown(answer, open)), ...open];
    }
    const further = throughTargets(prover, leg);
    if (open.length + further.length > 0) {
        return [...further, ...open];
    }
    return [
        blockedAnswer([
            {
                code: "TARGET_ADDRESS_RESTRICTION",
                urn: group.key,
                stops: "request",
                message: `the destination is no target of ${balancer.record?.name ?? balancer.key}`,
                change: "register the destination with the target group",
            },
        ]),
    ];
}

/** By way of a load balancer that is a target itself, to its own targets. */
function throughTargets(prover: Prover, leg: BackLeg): Answer[] {
    const { index } = prover;
    const inner = leg.group.targetType === "alb" ? leg.group.targets : [];
    return inner.flatMap((one) => {
        const balancer = [...index.model.loadBalancers.values()].find(
            ({ networkInterface }) => networkInterface === one.networkInterface,
        );
        const nodes =
            balancer === undefined ? undefined : index.model.interfaces.get(balancer.networkInterface);
        if (balancer === undefined || nodes === undefined) {
            return [];
        }
        const traffic = { ...noTraffic, tcp: portRange(one.port ?? leg.group.port) };
        const asked: QueryTraffic = { ...leg.asked, kind: "tcp", traffic };
        return interfaceEnds(index, nodes, "private").ends.flatMap((node) => {
            const front = toTarget(prover, leg, node, asked);
            const backs = toGroups(prover, groupsBehind(listenersFor(balancer, asked)), {
                ...leg,
                balancer,
                node,
                asked,
            });
            return backs.map((back) => joinAnswers(front, back));
        });
    });
}

const leftOpen = ({ urn, property, reason }: Undecided): Answer =>
    unknownAnswer("UNDECIDED_PROPERTY", urn, property, reason);

/** What is not known of a target group may also be that it is reached in another way. */
const atBestUnknown = (answer: Answer, open: readonly Answer[]): Answer =>
    answer.verdict === "reachable"
        ? {
              ...answer,
              verdict: "unknown",
              codes: [...new Set([...answer.codes, ...open.flatMap(({ codes }) => codes)])],
              undecided: open.flatMap(({ undecided }) => undecided),
          }
        : answer;

const isTarget = (target: TargetGroup["targets"][number], end: End): boolean =>
    (end.host !== undefined && target.networkInterface === end.host.key) ||
    (target.addresses !== undefined && addressesOverlap(target.addresses, setOf(end)));

const setOf = (end: End): AddressSet => ({ ipv4: [], ipv6: [], [end.family]: end.addresses });

function toTarget(prover: Prover, leg: BackLeg, end: End, asked: QueryTraffic): Answer {
    const { balancer, node, group, seen, target, scope } = leg;
    const crossZone = group.crossZone ?? balancer.crossZone;
    const [from, to] = [node, end].map(({ place }) =>
        place.kind === "subnet" ? place.subnet.zone : undefined,
    );
    if (!crossZone && from !== to && (from === undefined || to === undefined || !comparable(from, to))) {
        return unknownAnswer(
            "ELBV2_NO_TARGETS_IN_AZ",
            balancer.key,
            "subnets",
            "whether the load balancer has a node in the target's zone cannot be told",
        );
    }
    if (!crossZone && from !== to) {
        return blockedAnswer([
            {
                code: "ELBV2_NO_TARGETS_IN_AZ",
                urn: balancer.key,
                stops: "request",
                message: `the load balancer's node is not in the target's zone ${to}`,
                change: "switch cross-zone load balancing on, or give the balancer a subnet in that zone",
            },
        ]);
    }
    const preserved = balancer.type === "network" && group.preservesClientIp;
    const sources = preserved ? clientEnds([node], seen) : [node];
    const answer = prover.answer(
        { ends: sources, oneUnknown: false },
        { ends: [end], oneUnknown: target.oneUnknown },
        preserved ? asked : { ...asked, clientPorts: anyClientPort, clientsChoose: true },
        scope,
    );
    return preserved && answer.verdict === "blocked"
        ? { ...answer, codes: [...new Set([...answer.codes, "ELBV2_SOURCE_ADDRESS_PRESERVATION" as const])] }
        : answer;
}

function findBalancer(prover: Prover, via: string): LoadBalancer {
    const found = [...prover.index.model.loadBalancers.values()].filter(
        (balancer) => balancer.key === via || balancer.record?.urn === via || balancer.record?.name === via,
    );
    if (found.length !== 1) {
        throw new QueryError("via", `"${via}" names ${found.length} load balancers; name one, by its URN`);
    }
    return found[0]!;
}

const noGroup = (balancer: LoadBalancer): Blocker => ({
    code: "ELBV2_LISTENER_HAS_NO_TG",
    urn: balancer.key,
    stops: "request",
    message: "the listener forwards to no target group",
    change: "add a forward action to the listener",
});
