import type { Key, NetworkModel } from "../model/network-model";
import {
    formatAddressSet,
    hasNoAddresses,
    intersectAddresses,
    noAddresses,
    publicAddresses,
    subtractAddresses,
    unionAddresses,
    type AddressSet,
} from "../../packets/address-set";
import type { Answer } from "./answer";
import { regionMap } from "./address-region";
import { matrixOf } from "./build-matrix";
import type { EndpointClass, MatrixCell, NamedRange, ReachabilityMatrix } from "./matrix";
import type { AddressFace } from "./query";
import { Prover } from "./reach";
import {
    hasNoTraffic,
    noTraffic,
    subtractTraffic,
    trafficKey,
    unionTraffic,
    type TrafficSet,
} from "./traffic-set";
import { answerBetween } from "./witness";

/** What a change of the network changes about who can open what to whom. */
export interface ReachabilityChange {
    /** Names of interfaces, the internet, or the part of it that is concerned. */
    readonly from: string;
    readonly to: string;
    readonly face: AddressFace;
    /** Possible after, not before. */
    readonly opened: TrafficSet;
    /** Possible before, no longer after. */
    readonly closed: TrafficSet;
    /** A session that only the later network lets through, or only the earlier one did. */
    readonly answer: Answer;
    /** A session of those that are closed, as the earlier network lets it through. */
    readonly lost?: Answer;
}

/**
 * The semantic difference of two networks: sessions that become possible and sessions that cease to be.
 * Rules that are written otherwise and let the same through make no difference. Interfaces are the same
 * when their resources have the same URN.
 */
export function diffReachability(before: NetworkModel, after: NetworkModel): ReachabilityChange[] {
    const ranges = changedAddresses(before, after);
    const provers = { old: Prover.of(before), now: Prover.of(after) };
    const sides = {
        old: new Side(matrixOf(provers.old, ranges), ranges),
        now: new Side(matrixOf(provers.now, ranges), ranges),
    };
    const points = commonPoints(sides.old, sides.now);
    const changes = new Map<string, ReachabilityChange>();
    for (const from of points) {
        for (const to of points) {
            for (const face of ["private", "public", "ipv6"] as const) {
                const was = sides.old.possible(from.old, to.old, face);
                const is = sides.now.possible(from.now, to.now, face);
                const opened = subtractTraffic(is, was);
                const closed = subtractTraffic(was, is);
                if (hasNoTraffic(opened) && hasNoTraffic(closed)) {
                    continue;
                }
                const id = `${from.label} ${to.label} ${face} ${trafficKey(opened)} ${trafficKey(closed)}`;
                if (!changes.has(id)) {
                    const lost = hasNoTraffic(closed)
                        ? undefined
                        : answerBetween(provers.old, from.old!, to.old!, face, closed);
                    const answer = hasNoTraffic(opened)
                        ? lost!
                        : answerBetween(provers.now, from.now!, to.now!, face, opened);
                    changes.set(id, {
                        from: from.label,
                        to: to.label,
                        face,
                        opened,
                        closed,
                        answer,
                        ...(lost === undefined ? {} : { lost }),
                    });
                }
            }
        }
    }
    return [...changes.values()];
}

/** Somebody that both networks treat as one: the class it is in before, and the one it is in after. */
interface Point {
    readonly label: string;
    readonly old?: EndpointClass;
    readonly now?: EndpointClass;
}

function commonPoints(old: Side, now: Side): Point[] {
    const sites = new Set([...old.classOfSite.keys(), ...now.classOfSite.keys()]);
    const points = new Map<string, { old?: EndpointClass; now?: EndpointClass; names: Set<string> }>();
    for (const site of sites) {
        const [before, after] = [old.classOfSite.get(site), now.classOfSite.get(site)];
        const id = `${before?.id ?? ""} | ${after?.id ?? ""}`;
        const point = points.get(id) ?? {
            ...(before === undefined ? {} : { old: before }),
            ...(after === undefined ? {} : { now: after }),
            names: new Set<string>(),
        };
        point.names.add(old.nameOfSite.get(site) ?? now.nameOfSite.get(site)!);
        points.set(id, point);
    }
    return [...points.values()].map(({ names, ...classes }) => ({
        ...classes,
        label: [...names].sort().join(", "),
    }));
}

/** One of the two networks, by the places that its classes are made of. */
class Side {
    public readonly classOfSite = new Map<string, EndpointClass>();
    public readonly nameOfSite = new Map<string, string>();
    private readonly cells = new Map<string, TrafficSet>();

    public constructor(effect: ReachabilityMatrix, ranges: readonly NamedRange[]) {
        for (const one of effect.classes) {
            if (one.kind === "internet" && ranges.length > 0) {
                continue;
            }
            const sites = one.kind === "interfaces" ? one.interfaces : [one.id];
            for (const site of sites) {
                const id = `${site} in ${one.subnet ?? ""}`;
                this.classOfSite.set(id, one);
                this.nameOfSite.set(id, one.kind === "interfaces" ? shortName(site) : one.label);
            }
        }
        for (const cell of effect.cells) {
            const id = cellId(cell.from, cell.to, cell.face);
            this.cells.set(id, unionTraffic(this.cells.get(id) ?? noTraffic, cell.possible));
        }
    }

    public possible(
        from: EndpointClass | undefined,
        to: EndpointClass | undefined,
        face: AddressFace,
    ): TrafficSet {
        return from === undefined || to === undefined
            ? noTraffic
            : (this.cells.get(cellId(from, to, face)) ?? noTraffic);
    }
}

const cellId = (from: EndpointClass, to: EndpointClass, face: MatrixCell["face"]): string =>
    `${from.id} > ${to.id} ${face}`;

const shortName = (key: Key): string => key.split("::").at(-1) ?? key;

/** The parts of the internet that some rule, entry or route treats otherwise in one of the networks. */
function changedAddresses(before: NetworkModel, after: NetworkModel): NamedRange[] {
    const [old, now] = [addressTexts(before), addressTexts(after)];
    const changed = [...new Map([...old, ...now])].filter(([text]) => old.has(text) !== now.has(text));
    const sets = changed.map(([, addresses]) => addresses).filter((set) => !hasNoAddresses(set));
    if (sets.length === 0) {
        return [];
    }
    const parts = new Map<string, AddressSet>();
    for (const family of ["ipv4", "ipv6"] as const) {
        const map = regionMap(sets, (holders) => holders.join(" "));
        for (const region of map[family]) {
            const part: AddressSet = {
                ...noAddresses,
                [family]: [{ first: region.first, last: region.last }],
            };
            const open = intersectAddresses(part, publicAddresses);
            parts.set(region.value, unionAddresses(parts.get(region.value) ?? noAddresses, open));
        }
    }
    return [...parts]
        .filter(([, addresses]) => !hasNoAddresses(addresses))
        .map(([holders, addresses]) => ({
            name: holders === "" ? "internet" : labelOf(addresses),
            addresses,
        }));
}

/** The addresses, or what of the internet is not among them, whichever is short enough to read. */
function labelOf(addresses: AddressSet): string {
    const text = formatAddressSet(addresses);
    const { ipv4, ipv6 } = subtractAddresses(publicAddresses, addresses);
    const others = formatAddressSet({
        ipv4: addresses.ipv4.length === 0 ? [] : ipv4,
        ipv6: addresses.ipv6.length === 0 ? [] : ipv6,
    });
    return text.length <= longestLabel
        ? text
        : others.length <= longestLabel
          ? `internet except ${others}`
          : `${text.slice(0, longestLabel - 1)}…`;
}

const longestLabel = 60;

/** The public addresses that rules and entries name, by the rule and by what they are. */
function addressTexts(model: NetworkModel): Map<string, AddressSet> {
    const texts = new Map<string, AddressSet>();
    const add = (holder: string, addresses: AddressSet): void => {
        texts.set(`${holder} ${formatAddressSet(addresses)}`, intersectAddresses(addresses, publicAddresses));
    };
    for (const group of model.securityGroups.values()) {
        for (const rule of group.rules) {
            if (rule.peer.kind === "addresses") {
                add(group.key, rule.peer.addresses);
            } else if (rule.peer.kind === "prefixList") {
                add(group.key, model.prefixLists.get(rule.peer.prefixList)?.addresses ?? noAddresses);
            }
        }
    }
    for (const acl of model.networkAcls.values()) {
        acl.entries.forEach((entry) => add(`${acl.key} ${entry.number} ${entry.egress}`, entry.addresses));
    }
    return texts;
}
