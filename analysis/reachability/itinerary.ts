import * as intervals from "../../packets/interval-set";
import { clientPorts, type PortSet } from "../../packets/ports";
import type { Address } from "./address";
import { allowsEverything, bothAllow, oneOfLikely, type Allowance } from "./allowance";
import { Journey, type Leg } from "./journey";
import type { NetworkIndex } from "./network-index";
import { walk } from "./network-walk";
import type { GoalFace, Place, SubnetPlace } from "./place";
import type { Step } from "./step";
import { enterSubnet, leaveSubnet } from "./subnet-crossing";
import { icmpOrdinal, type TrafficSet } from "./traffic-set";

/** A request's way and, for each of its legs, the ways its reply may take back. */
export interface Itinerary {
    readonly request: Journey;
    readonly replies: readonly (readonly Journey[])[];
    /** Everything on the request's way but the groups. */
    readonly requestAllowance: Allowance;
    /** What replies get through on the leg where the client chose its port. */
    readonly clientReply: Allowance;
    /** What they get through on the legs where a translator chose it, if there are such legs. */
    readonly chosenReply?: Allowance;
    /** The groups that judge the request, in the order of the way. */
    readonly hosts: readonly Extract<Step, { readonly kind: "host" }>[];
}

/** All ways of a session; more than one where the plan, or AWS, leaves open which is taken. */
export function itineraries(
    index: NetworkIndex,
    from: Place,
    to: Place,
    source: Address,
    destination: Address,
    face: GoalFace,
): Itinerary[] {
    return walk(index, new Journey(from, source, to, destination, face, false)).map((request) =>
        withReplies(index, request, from, to, destination),
    );
}

function withReplies(
    index: NetworkIndex,
    request: Journey,
    from: Place,
    to: Place,
    destination: Address,
): Itinerary {
    const hosts = request.steps.filter((step) => step.kind === "host");
    if (from.kind === "subnet") {
        hosts.unshift({
            kind: "host",
            at: "origin",
            direction: "egress",
            remote: destination,
            references: recognizable(request, "egress"),
            ...(to.kind === "subnet" ? { remoteHost: "goal" } : {}),
        });
    }
    if (to.kind === "subnet") {
        hosts.push({
            kind: "host",
            at: "goal",
            direction: "ingress",
            remote: request.source,
            references: recognizable(request, "ingress"),
            ...(from.kind === "subnet" ? { remoteHost: "origin" } : {}),
        });
    }
    // A request that never arrives has no legs to reply on; the direct one shows what else would stop it.
    const legs = request.arrived ? request.legs : [];
    const replies = legs.map((leg, position) =>
        reply(index, leg, request.overInternet && position === legs.length - 1),
    );
    const allowances = replies.map((ways) =>
        oneOfLikely(ways.map((way) => ({ allowance: way.allowance(), unlikely: way.unlikely }))),
    );
    const [clientReply, ...chosen] = allowances;
    return {
        request,
        replies,
        requestAllowance: request.allowance(),
        clientReply: clientReply ?? allowsEverything,
        ...(chosen.length === 0 ? {} : { chosenReply: chosen.reduce(bothAllow) }),
        hosts,
    };
}

/** A transit gateway carries references for inbound rules; for outbound ones the guide promises nothing. */
function recognizable(request: Journey, direction: "ingress" | "egress"): Journey["references"] {
    const crossesTransit = request.steps.some(
        (step) => step.kind === "pass" && step.hop === "transitGateway",
    );
    return direction === "egress" && crossesTransit && request.references.preserved === "yes"
        ? { preserved: "undecided", code: "SG_REFERENCING_SUPPORT" }
        : request.references;
}

function reply(index: NetworkIndex, leg: Leg, overInternet: boolean): Journey[] {
    const journey = new Journey(leg.to, leg.destination, leg.from, leg.source, leg.sourceFace, true);
    if (leg.to.kind !== "subnet" && !overInternet) {
        // Whatever took the request there hands the reply back to the very interface it came from.
        if (leg.from.kind === "subnet") {
            enterSubnet(index, journey, leg.from.subnet, undefined);
        }
        return [journey.arrive()];
    }
    if (leg.from.kind === "subnet" && leg.from.keepsClientAddresses === true && leg.to.kind === "subnet") {
        leaveSubnet(index, journey, leg.to.subnet, leg.from.subnet.key);
        enterSubnet(index, journey, leg.from.subnet, leg.to.subnet.key);
        return [journey.arrive()];
    }
    return [...walk(index, journey), ...replyToTranslator(index, leg)];
}

/** Whoever cannot be seen may have sent the request on from a public address, so its reply goes there. */
function replyToTranslator(index: NetworkIndex, { from, to, source, destination, isUnseen }: Leg): Journey[] {
    if (!isUnseen || from.kind !== "subnet" || to.kind !== "subnet" || source.family !== "ipv4") {
        return [];
    }
    const translator: SubnetPlace = { kind: "subnet", subnet: from.subnet, publicIpv4: "undecided" };
    return walk(index, new Journey(to, destination, translator, source, "public", true));
}

/** Ports that a client may have chosen when nobody says which. */
export const anyClientPort: PortSet = clientPorts.any;

const icmpReplies: ReadonlyMap<number, number> = new Map([
    [8, 0],
    [10, 9],
    [13, 14],
    [15, 16],
    [17, 18],
]);
const icmpv6Replies: ReadonlyMap<number, number> = new Map([[128, 129]]);

/** What of a request's traffic makes a session, given what replies get back. */
export function sessionsOf(
    request: TrafficSet,
    client: TrafficSet,
    chosen: TrafficSet | undefined,
    ports: PortSet,
): TrafficSet {
    const withPorts = (kind: "tcp" | "udp"): PortSet =>
        request[kind].length > 0 &&
        intervals.overlaps(client[kind], ports) &&
        (chosen === undefined || intervals.overlaps(chosen[kind], anyClientPort))
            ? request[kind]
            : [];
    const reply = (kind: "icmp" | "icmpv6" | "other"): PortSet =>
        chosen === undefined ? client[kind] : intervals.intersect(client[kind], chosen[kind]);
    return {
        tcp: withPorts("tcp"),
        udp: withPorts("udp"),
        icmp: answered(request.icmp, reply("icmp"), icmpReplies),
        icmpv6: answered(request.icmpv6, reply("icmpv6"), icmpv6Replies),
        other: intervals.intersect(request.other, reply("other")),
    };
}

/** Requests of the types that are answered need their answer; the others are complete by themselves. */
function answered(requests: PortSet, replies: PortSet, pairs: ReadonlyMap<number, number>): PortSet {
    let rest = requests;
    for (const [type, answer] of rest.length === 0 ? [] : pairs) {
        if (!intervals.contains(replies, icmpOrdinal(answer, 0))) {
            const first = icmpOrdinal(type, 0);
            rest = intervals.subtract(rest, [{ first, last: first + 255 }]);
        }
    }
    return rest;
}

/** The ports that a translator may choose and replies to which are dropped. */
export function droppedPorts(chosen: Allowance | undefined, kind: keyof TrafficSet): PortSet {
    return chosen !== undefined && (kind === "tcp" || kind === "udp")
        ? intervals.subtract(anyClientPort, chosen.certain[kind])
        : [];
}

/** Whether some of the ports a translator may choose are shut out of the way back, but not all. */
export const isPartial = (chosen: Allowance | undefined, kind: keyof TrafficSet): boolean =>
    droppedPorts(chosen, kind).length > 0;
