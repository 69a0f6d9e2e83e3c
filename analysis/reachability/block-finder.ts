import type { Role } from "./build-matrix";
import { regionsWithin } from "./address-region";
import { undecidedGroups } from "./pair";
import type { NetworkIndex } from "./network-index";
import {
    everyTraffic,
    hasNoTraffic,
    noTraffic,
    trafficOverlaps,
    unionTraffic,
    type TrafficSet,
} from "./traffic-set";

interface Candidate {
    readonly source: Role;
    readonly destination: Role;
}

/** What a role's rules say of the other side: everybody, or who is in a place or carries a group. */
type Admitted = "all" | { readonly places: ReadonlySet<string>; readonly positions: ReadonlySet<number> };

/**
 * Picks the pairs that the security groups of both sides could admit, by looking up who carries a
 * referenced group and which places are in an allowed block, so that the others are never judged.
 */
export class BlockFinder {
    private readonly fromSources: Side;
    private readonly fromDestinations: Side;

    public constructor(
        private readonly index: NetworkIndex,
        sources: readonly Role[],
        destinations: readonly Role[],
    ) {
        this.fromSources = new Side(index, sources);
        this.fromDestinations = new Side(index, destinations);
    }

    public *candidates(): Generator<Candidate> {
        const { roles: sources } = this.fromSources;
        const { roles: destinations } = this.fromDestinations;
        const sends = sources.map((role) => this.anyTraffic(role, "egress"));
        const goals = sources.map((role) => this.admitted(role, "egress", this.fromDestinations));
        for (const [to, destination] of destinations.entries()) {
            const takes = this.anyTraffic(destination, "ingress");
            const admitted = this.admitted(destination, "ingress", this.fromSources);
            for (const [from, source] of sources.entries()) {
                if (
                    (source.isInterface || destination.isInterface) &&
                    this.fromSources.holds(admitted, from) &&
                    this.fromDestinations.holds(goals[from]!, to) &&
                    trafficOverlaps(sends[from]!, takes)
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

    private admitted(role: Role, direction: "ingress" | "egress", others: Side): Admitted {
        const host = role.ends[0]?.host;
        if (host === undefined || undecidedGroups(host)) {
            return "all";
        }
        const filter = this.index.interfaceFilter(host, direction);
        if (filter.undecided !== noTraffic || filter.byService.size > 0) {
            return "all";
        }
        const positions = new Set(others.carriers.get(anyGroup));
        for (const group of filter.byGroup.keys()) {
            others.carriers.get(group)?.forEach((position) => positions.add(position));
        }
        const places = new Set<string>();
        for (const [place, example] of others.examples) {
            const reached = example.ends.some((end) =>
                regionsWithin(filter.byAddress, end.family, end.addresses).some(
                    (region) => !hasNoTraffic(region.value.possible),
                ),
            );
            if (reached) {
                places.add(place);
            }
        }
        return { places, positions };
    }
}

/** Stands for the groups of an interface when the plan does not say which they are. */
const anyGroup = "";

/** The roles of one side, by the addresses they have and by the groups they carry. */
class Side {
    public readonly examples = new Map<string, Role>();
    public readonly carriers = new Map<string, number[]>();
    private readonly places: readonly string[];

    public constructor(
        index: NetworkIndex,
        public readonly roles: readonly Role[],
    ) {
        this.places = roles.map(placeOf);
        roles.forEach((role, position) => {
            this.examples.set(this.places[position]!, role);
            const host = role.ends[0]?.host;
            const unknown = host !== undefined && undecidedGroups(host);
            const groups = host === undefined ? [] : unknown ? [anyGroup] : (index.groupsOf(host) ?? []);
            for (const group of groups) {
                const list = this.carriers.get(group) ?? [];
                list.push(position);
                this.carriers.set(group, list);
            }
        });
    }

    public holds(admitted: Admitted, position: number): boolean {
        return (
            admitted === "all" ||
            admitted.places.has(this.places[position]!) ||
            admitted.positions.has(position)
        );
    }
}

/** Equal for roles that have the same addresses. */
const placeOf = (role: Role): string =>
    role.ends
        .map(
            ({ family, addresses }) =>
                `${family} ${addresses.map(({ first, last }) => `${first}-${last}`).join(",")}`,
        )
        .join(" ");
