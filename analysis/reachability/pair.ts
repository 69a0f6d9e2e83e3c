import * as intervals from "../../packets/interval-set";
import type { PortSet } from "../../packets/ports";
import type { NetworkInterface } from "../model/network-model";
import { allowanceAt, type Address, type AddressCell } from "./address";
import {
    allowsNothing,
    allowsUnknown,
    atBest,
    bothAllow,
    oneOf,
    oneOfLikely,
    type Allowance,
} from "./allowance";
import { evaluateBoxes, type Boxed } from "./box";
import type { End } from "./end";
import { canAnswer, canInitiate } from "./endpoint-classes";
import { allowanceOfGroups } from "./group-filter";
import { anyClientPort, isPartial, itineraries, sessionsOf, type Itinerary } from "./itinerary";
import { listenerTraffic } from "./listener-traffic";
import type { NetworkIndex } from "./network-index";
import type { HostPosition, Step } from "./step";
import { trafficKinds, type TrafficKind } from "./traffic-set";

/** What the network between two places does, whoever is at its ends. */
interface Passage {
    readonly source: AddressCell;
    readonly destination: AddressCell;
    readonly itineraries: readonly Itinerary[];
}

/** What two ends can open, for some of their addresses. */
export interface Patch {
    readonly from: End;
    readonly to: End;
    readonly source: AddressCell;
    readonly destination: AddressCell;
    readonly itineraries: readonly JudgedItinerary[];
    /** Requests that arrive. */
    readonly request: Allowance;
    /** Requests that arrive and whose replies return. */
    readonly session: Allowance;
    readonly partial: ReadonlySet<TrafficKind>;
}

export interface JudgedItinerary {
    readonly itinerary: Itinerary;
    /** What the groups let through, in the order of `itinerary.hosts`. */
    readonly hosts: readonly Allowance[];
    readonly request: Allowance;
    readonly session: Allowance;
}

/** Decides pairs of ends. Ways through the network are shared by all pairs between the same places. */
export class PairJudge {
    private readonly passages = new Map<string, readonly Boxed<Passage>[]>();

    public constructor(private readonly index: NetworkIndex) {}

    public patches(from: End, to: End, ports: PortSet = anyClientPort): readonly Patch[] {
        const patches: Patch[] = [];
        for (const { box, value: passage } of this.between(from, to)) {
            const sources = intervals.intersect(from.addresses, [box.source]);
            const destinations = intervals.intersect(to.addresses, [box.destination]);
            if (sources.length === 0 || destinations.length === 0) {
                continue;
            }
            const found = evaluateBoxes(
                from.family,
                sources,
                destinations,
                (source, destination) => this.judge(from, to, passage, source, destination, ports),
                to.service,
            );
            patches.push(...found.map(({ value }) => value));
        }
        return patches;
    }

    private between(from: End, to: End): readonly Boxed<Passage>[] {
        const id = `${from.family} ${from.placeId} > ${to.placeId}`;
        const known = this.passages.get(id);
        if (known !== undefined) {
            return known;
        }
        const made = evaluateBoxes(
            from.family,
            from.placeAddresses,
            to.placeAddresses,
            (source, destination) => ({
                source,
                destination,
                itineraries: itineraries(this.index, from.place, to.place, source, destination, to.face),
            }),
            to.service,
        );
        this.passages.set(id, made);
        return made;
    }

    private judge(
        from: End,
        to: End,
        passage: Passage,
        source: AddressCell,
        destination: AddressCell,
        ports: PortSet,
    ): Patch {
        const uncertain = from.doubts.length + to.doubts.length > 0;
        const silent = from.host !== undefined && !canInitiate(from.host);
        const deaf = to.host !== undefined && !canAnswer(to.host);
        const limit = silent || deaf ? allowsNothing : listenerTraffic(this.index, to.host);
        const partial = new Set<TrafficKind>();
        const judged = passage.itineraries.map((itinerary): JudgedItinerary => {
            const hosts = itinerary.hosts.map((step) => {
                const remote =
                    step.remote === passage.source
                        ? source
                        : step.remote === passage.destination
                          ? destination
                          : step.remote;
                return this.hostAllowance(step, remote, from, to);
            });
            const passed = hosts.reduce(bothAllow, bothAllow(itinerary.requestAllowance, limit));
            const request = uncertain ? atBest(passed) : passed;
            const { clientReply, chosenReply } = itinerary;
            const session: Allowance = {
                certain: sessionsOf(request.certain, clientReply.certain, chosenReply?.certain, ports),
                possible: sessionsOf(request.possible, clientReply.possible, chosenReply?.possible, ports),
            };
            for (const kind of trafficKinds) {
                if (session.possible[kind].length > 0 && isPartial(chosenReply, kind)) {
                    partial.add(kind);
                }
            }
            return { itinerary, hosts, request, session };
        });
        return {
            from,
            to,
            source,
            destination,
            itineraries: judged,
            request: oneOfLikely(judged.map((one) => alternative(one, one.request))),
            session: oneOfLikely(judged.map((one) => alternative(one, one.session))),
            partial,
        };
    }

    private hostAllowance(
        step: Extract<Step, { readonly kind: "host" }>,
        remote: Address,
        from: End,
        to: End,
    ): Allowance {
        const host = this.hostAt(step.at, from, to);
        if (host === undefined || undecidedGroups(host)) {
            return allowsUnknown;
        }
        const filter = this.index.interfaceFilter(host, step.direction);
        const other = step.remoteHost === undefined ? undefined : this.hostAt(step.remoteHost, from, to);
        const service = remote.kind === "cell" ? remote.service : undefined;
        const groups = other === undefined ? [] : (this.index.groupsOf(other) ?? []);
        const allowance = allowanceOfGroups(
            filter,
            allowanceAt(filter.byAddress, remote),
            service,
            groups,
            step.references.preserved,
        );
        if (other !== undefined && undecidedGroups(other) && step.references.preserved !== "no") {
            return oneOf([
                allowance,
                ...[...filter.byGroup.values()].map((possible) => ({ certain: allowance.certain, possible })),
            ]);
        }
        return allowance;
    }

    private hostAt(at: HostPosition, from: End, to: End): NetworkInterface | undefined {
        return at === "origin"
            ? from.host
            : at === "goal"
              ? to.host
              : this.index.model.interfaces.get(at.appliance);
    }
}

const alternative = ({ itinerary }: JudgedItinerary, allowance: Allowance) => ({
    allowance,
    unlikely: itinerary.request.unlikely,
});

/** Whether the plan leaves open which groups the interface carries. */
export const undecidedGroups = (host: NetworkInterface): boolean => host.external || host.openGroups === true;
