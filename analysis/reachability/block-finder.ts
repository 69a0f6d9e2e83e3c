import type { Role } from "./build-matrix";
import { regionsWithin } from "./address-region";
import { undecidedGroups } from "./pair";
import type { NetworkIndex } from "./network-index";
import {
    everyTraffic,
    hasNoTraffic,
    intersectTraffic,
    noTraffic,
    unionTraffic,
    type TrafficSet,
} from "./traffic-set";

/** Members of one side that some rules admit: all of them, or those at the positions. */
type Admitted = "all" | ReadonlySet<number>;

interface Candidate {
    readonly source: Role;
    readonly destination: Role;
}

/**
 * Picks the pairs that the security groups of both sides could admit, by looking up who carries a
 * referenced group and who is in an allowed block, so that the others are never visited.
 */
export class BlockFinder {
    private readonly sourcesByGroup: ReadonlyMap<string, readonly number[]>;
    private readonly destinationsByGroup: ReadonlyMap<string, readonly number[]>;

    public constructor(
        private readonly index: NetworkIndex,
        private readonly sources: readonly Role[],
        private readonly destinations: readonly Role[],
    ) {
        this.sourcesByGroup = byGroup(index, sources);
        this.destinationsByGroup = byGroup(index, destinations);
    }

    public *candidates(): Generator<Candidate> {
        const { sources, destinations } = this;
        const sendable = sources.map((role) => this.anyTraffic(role, "egress"));
        const goals = sources.map((role) =>
            this.admitted(role, "egress", destinations, this.destinationsByGroup),
        );
        for (const [position, destination] of destinations.entries()) {
            const takes = this.anyTraffic(destination, "ingress");
            const admitted = this.admitted(destination, "ingress", sources, this.sourcesByGroup);
            const positions = admitted === "all" ? sources.keys() : admitted.values();
            for (const at of positions) {
                const source = sources[at]!;
                const goal = goals[at]!;
                const strangers = !source.isInterface && !destination.isInterface;
                if (
                    !strangers &&
                    (goal === "all" || goal.has(position)) &&
                    !hasNoTraffic(intersectTraffic(sendable[at]!, takes))
                ) {
                    yield { source, destination };
                }
            }
        }
    }

    /** Everything the role's rules let through, to or from anybody. */
    private anyTraffic(role: Role, direction: "ingress" | "egress"): TrafficSet {
        const host = role.ends[0]?.host;
        if (host === undefined || undecidedGroups(host)) {
            return everyTraffic;
        }
        const filter = this.index.interfaceFilter(host, direction);
        const parts = [
            ...[...filter.byAddress.ipv4, ...filter.byAddress.ipv6].map((region) => region.value.possible),
            ...filter.byGroup.values(),
            ...filter.byService.values(),
            filter.undecided,
        ];
        return [...new Set(parts)].reduce(unionTraffic, noTraffic);
    }

    private admitted(
        role: Role,
        direction: "ingress" | "egress",
        others: readonly Role[],
        carriers: ReadonlyMap<string, readonly number[]>,
    ): Admitted {
        const host = role.ends[0]?.host;
        if (host === undefined || undecidedGroups(host)) {
            return "all";
        }
        const filter = this.index.interfaceFilter(host, direction);
        if (filter.undecided !== noTraffic || filter.byService.size > 0) {
            return "all";
        }
        const positions = new Set<number>();
        for (const group of filter.byGroup.keys()) {
            carriers.get(group)?.forEach((position) => positions.add(position));
        }
        carriers.get(anyGroup)?.forEach((position) => positions.add(position));
        const opened = [...filter.byAddress.ipv4, ...filter.byAddress.ipv6].some(
            (region) => !hasNoTraffic(region.value.possible),
        );
        if (opened) {
            others.forEach((other, position) => {
                const reached = other.ends.some((end) =>
                    regionsWithin(filter.byAddress, end.family, end.addresses).some(
                        (region) => !hasNoTraffic(region.value.possible),
                    ),
                );
                if (reached) {
                    positions.add(position);
                }
            });
        }
        return positions;
    }
}

/** Stands for the groups of an interface when the plan does not say which they are. */
const anyGroup = "";

function byGroup(index: NetworkIndex, roles: readonly Role[]): ReadonlyMap<string, readonly number[]> {
    const carriers = new Map<string, number[]>();
    roles.forEach((role, position) => {
        const host = role.ends[0]?.host;
        const groups =
            host === undefined ? [] : undecidedGroups(host) ? [anyGroup] : (index.groupsOf(host) ?? []);
        for (const group of groups) {
            const list = carriers.get(group) ?? [];
            list.push(position);
            carriers.set(group, list);
        }
    });
    return carriers;
}
