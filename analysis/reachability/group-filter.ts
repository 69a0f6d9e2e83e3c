import type { NetworkModel, SecurityGroup, SecurityGroupRule } from "../model/network-model";
import type { Undecided } from "../model/resource-record";
import { regionMap, type RegionMap } from "./address-region";
import { allowsNothing, eitherAllows, exactly, type Allowance } from "./allowance";
import { awsServiceOf } from "./aws-service";
import { noTraffic, trafficKey, trafficOf, unionTraffic, type TrafficSet } from "./traffic-set";

/** What the groups of an interface let through in one direction, all rules joined. */
export interface GroupFilter {
    readonly byAddress: RegionMap<Allowance>;
    /** What members of a group may send or be sent. */
    readonly byGroup: ReadonlyMap<string, TrafficSet>;
    /** What the addresses of an AWS service may, by lists whose entries only AWS knows. */
    readonly byService: ReadonlyMap<string, TrafficSet>;
    /** What may get through besides, to or from anywhere. */
    readonly undecided: TrafficSet;
    readonly doubts: readonly Undecided[];
    readonly empty: boolean;
    /** Equal for filters that do the same. */
    readonly id: string;
}

export const openFilter: GroupFilter = {
    byAddress: regionMap([], () => exactly({ ...trafficOf({ protocol: -1 }) })),
    byGroup: new Map(),
    byService: new Map(),
    undecided: noTraffic,
    doubts: [],
    empty: false,
    id: "open",
};

/** The joined filter of a set of groups; groups that cannot be seen may let anything through. */
export function groupFilter(
    model: NetworkModel,
    keys: readonly string[],
    direction: "ingress" | "egress",
): GroupFilter {
    const groups = keys.map((key) => ({ key, group: model.securityGroups.get(key) }));
    const doubts = groups.flatMap(({ key, group }) => doubtsOf(key, group));
    // Groups only ever allow, so what one of them is seen to allow is certain whatever the others hold.
    const open = groups.some(({ group }) => group === undefined || group.external || isHalfSeen(group));
    const rules = groups
        .filter(({ group }) => group?.mixedRules !== true)
        .flatMap(({ group }) => group?.rules ?? [])
        .filter((rule) => rule.direction === direction);
    return compile(model, rules, doubts, open);
}

const isHalfSeen = ({ mixedRules, undecided }: SecurityGroup): boolean => mixedRules || undecided.length > 0;

function doubtsOf(key: string, group: SecurityGroup | undefined): Undecided[] {
    if (group === undefined || group.external) {
        return [
            {
                urn: group?.record?.urn ?? key,
                property: "rules",
                reason: "the security group is managed elsewhere, so its rules cannot be seen",
                remedy: "manage the group in this program, or declare what it lets through",
            },
        ];
    }
    if (group.mixedRules) {
        return [
            {
                urn: group.record?.urn ?? key,
                property: "ingress",
                reason: "inline and standalone rules fight over the group; which of them hold is a race",
                remedy: "use standalone rules only",
            },
        ];
    }
    return [...group.undecided];
}

function compile(
    model: NetworkModel,
    rules: readonly SecurityGroupRule[],
    groupDoubts: readonly Undecided[],
    half: boolean,
): GroupFilter {
    const addressed: { addresses: Parameters<typeof regionMap>[0][number]; traffic: TrafficSet }[] = [];
    const byGroup = new Map<string, TrafficSet>();
    const byService = new Map<string, TrafficSet>();
    const doubts = [...groupDoubts];
    let undecided = half ? trafficOf({ protocol: -1 }) : noTraffic;
    const add = (map: Map<string, TrafficSet>, key: string, traffic: TrafficSet): void => {
        map.set(key, unionTraffic(map.get(key) ?? noTraffic, traffic));
    };
    for (const rule of rules) {
        const traffic = trafficOf(rule.traffic);
        const peer = rule.peer;
        if (peer.kind === "addresses") {
            addressed.push({ addresses: peer.addresses, traffic });
        } else if (peer.kind === "securityGroup") {
            add(byGroup, peer.securityGroup, traffic);
        } else if (peer.kind === "undecided") {
            doubts.push(peer.undecided);
            undecided = unionTraffic(undecided, traffic);
        } else {
            const list = model.prefixLists.get(peer.prefixList);
            const service = awsServiceOf(list?.service);
            if (list?.addresses !== undefined) {
                addressed.push({ addresses: list.addresses, traffic });
                if (list.undecided.length > 0) {
                    doubts.push(...list.undecided);
                    undecided = unionTraffic(undecided, traffic);
                }
            } else if (service !== undefined) {
                add(byService, service, traffic);
            } else {
                doubts.push({
                    urn: rule.urn,
                    property: rule.property,
                    reason: `the entries of prefix list ${peer.prefixList} are not known here`,
                    remedy: "manage the prefix list in this program, or write its blocks as CIDRs",
                });
                undecided = unionTraffic(undecided, traffic);
            }
        }
    }
    const known = new Map<string, Allowance>();
    const byAddress = regionMap(
        addressed.map((rule) => rule.addresses),
        (holders): Allowance => {
            const traffic = holders.reduce<TrafficSet>(
                (sum, holder) => unionTraffic(sum, addressed[holder]!.traffic),
                noTraffic,
            );
            const key = trafficKey(traffic);
            const allowance = known.get(key) ?? (holders.length === 0 ? allowsNothing : exactly(traffic));
            known.set(key, allowance);
            return allowance;
        },
    );
    const id = [
        spellRegions(byAddress),
        spellMap(byGroup),
        spellMap(byService),
        trafficKey(undecided),
        doubts
            .map((doubt) => `${doubt.urn}#${doubt.property}`)
            .sort()
            .join(","),
    ].join("|");
    return { byAddress, byGroup, byService, undecided, doubts, empty: rules.length === 0 && !half, id };
}

const spellRegions = (map: RegionMap<Allowance>): string =>
    [...map.ipv4, ...map.ipv6]
        .map((region) => `${region.first.toString(36)}:${trafficKey(region.value.possible)}`)
        .join(" ");

const spellMap = (map: ReadonlyMap<string, TrafficSet>): string =>
    [...map]
        .map(([key, traffic]) => `${key}=${trafficKey(traffic)}`)
        .sort()
        .join(" ");

/** What is allowed for one remote: its address, its service, and the groups it is recognized by. */
export function allowanceOfGroups(
    filter: GroupFilter,
    byAddress: Allowance,
    service: string | undefined,
    groups: readonly string[],
    preserved: "yes" | "no" | "undecided",
): Allowance {
    let allowance = byAddress;
    if (service !== undefined) {
        const traffic = filter.byService.get(service);
        allowance = traffic === undefined ? allowance : eitherAllows(allowance, exactly(traffic));
    }
    if (filter.undecided !== noTraffic) {
        allowance = eitherAllows(allowance, { certain: noTraffic, possible: filter.undecided });
    }
    if (filter.byGroup.size > 0 && preserved !== "no") {
        for (const group of groups) {
            const traffic = filter.byGroup.get(group);
            if (traffic !== undefined) {
                allowance = eitherAllows(
                    allowance,
                    preserved === "yes" ? exactly(traffic) : { certain: noTraffic, possible: traffic },
                );
            }
        }
    }
    return allowance;
}
