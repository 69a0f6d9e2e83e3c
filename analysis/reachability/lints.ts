import type { NetworkAcl, NetworkModel, SecurityGroup, SecurityGroupRule } from "../model/network-model";
import { isAddressSubset } from "../../packets/address-set";
import { regionMap } from "./address-region";
import { describeEntry, describeRule } from "./hops";
import { NetworkIndex } from "./network-index";
import { blockedReplies } from "./blocked-replies";
import { hasNoTraffic, intersectTraffic, everyTraffic, subtractTraffic, trafficOf } from "./traffic-set";

/** Something that does nothing, or not what its writer must have meant. */
export interface Lint {
    readonly kind: "shadowedEntry" | "subsumedRule" | "unusedRule" | "unusedGroup" | "blockedReply";
    /** The resource that holds it. */
    readonly urn: string;
    readonly message: string;
    /** The resources that make it so. */
    readonly because: readonly string[];
}

/** Entries, rules and groups without effect, and requests that pass while their replies do not. */
export function lints(model: NetworkModel): Lint[] {
    const index = new NetworkIndex(model);
    const carried = new Set([...model.interfaces.values()].flatMap((host) => index.groupsOf(host) ?? []));
    return [
        ...[...model.networkAcls.values()].flatMap(shadowedEntries),
        ...[...model.securityGroups.values()].flatMap((group) => [
            ...subsumedRules(index, group),
            ...unusedRules(index, group, carried),
        ]),
        ...unusedGroups(model, carried),
        ...blockedReplies(model),
    ];
}

/** Entries that never decide: earlier ones take all their packets. */
function shadowedEntries(acl: NetworkAcl): Lint[] {
    return [false, true].flatMap((egress) => {
        const entries = acl.entries
            .filter((entry) => entry.egress === egress)
            .sort((left, right) => left.number - right.number);
        const deciding = new Set<number>();
        const before = new Map<number, Set<number>>();
        regionMap(
            entries.map((entry) => entry.addresses),
            (holders) => {
                let open = everyTraffic;
                holders.forEach((holder, position) => {
                    const traffic = trafficOf(entries[holder]!.traffic);
                    if (!hasNoTraffic(intersectTraffic(open, traffic))) {
                        deciding.add(holder);
                    }
                    const earlier = before.get(holder) ?? new Set();
                    holders
                        .slice(0, position)
                        .filter((other) => overlapsTraffic(entries[other]!, entries[holder]!))
                        .forEach((other) => earlier.add(other));
                    before.set(holder, earlier);
                    open = subtractTraffic(open, traffic);
                });
                return holders.length;
            },
        );
        return entries.flatMap((entry, position): Lint[] => {
            if (deciding.has(position)) {
                return [];
            }
            const earlier = [...(before.get(position) ?? [])].map((other) => entries[other]!);
            const opposite = earlier.some((other) => other.allow !== entry.allow);
            return [
                {
                    kind: "shadowedEntry",
                    urn: entry.urn,
                    message:
                        `${describeEntry(entry)}, but entries ${earlier.map(({ number }) => number).join(", ")} ` +
                        `decide first${opposite ? ", and not as it would" : ""}`,
                    because: earlier.map(({ urn }) => urn),
                },
            ];
        });
    });
}

const overlapsTraffic = (
    left: NetworkAcl["entries"][number],
    right: NetworkAcl["entries"][number],
): boolean => !hasNoTraffic(intersectTraffic(trafficOf(left.traffic), trafficOf(right.traffic)));

/** Rules that admit nothing another rule of their group does not admit by itself. */
function subsumedRules(index: NetworkIndex, group: SecurityGroup): Lint[] {
    return group.rules.flatMap((rule, position): Lint[] => {
        const wider = group.rules.find(
            (other, otherPosition) =>
                other !== rule && covers(other, rule) && (!covers(rule, other) || otherPosition < position),
        );
        return wider === undefined
            ? []
            : [
                  {
                      kind: "subsumedRule",
                      urn: rule.urn,
                      message: `${describeRule(index, rule)}, which another rule does already: ${describeRule(index, wider)}`,
                      because: [wider.urn],
                  },
              ];
    });
}

function covers(outer: SecurityGroupRule, inner: SecurityGroupRule): boolean {
    if (
        outer.direction !== inner.direction ||
        !hasNoTraffic(subtractTraffic(trafficOf(inner.traffic), trafficOf(outer.traffic)))
    ) {
        return false;
    }
    const [wide, narrow] = [outer.peer, inner.peer];
    if (wide.kind === "addresses" && narrow.kind === "addresses") {
        return isAddressSubset(narrow.addresses, wide.addresses);
    }
    return (
        (wide.kind === "securityGroup" &&
            narrow.kind === "securityGroup" &&
            wide.securityGroup === narrow.securityGroup) ||
        (wide.kind === "prefixList" && narrow.kind === "prefixList" && wide.prefixList === narrow.prefixList)
    );
}

/** Rules about the members of a group that has none. */
function unusedRules(index: NetworkIndex, group: SecurityGroup, carried: ReadonlySet<string>): Lint[] {
    return group.rules.flatMap((rule): Lint[] => {
        const peer = rule.peer;
        const known = peer.kind === "securityGroup" && index.model.securityGroups.get(peer.securityGroup);
        return group.isDefault ||
            peer.kind !== "securityGroup" ||
            carried.has(peer.securityGroup) ||
            known === false ||
            known === undefined ||
            known.external
            ? []
            : [
                  {
                      kind: "unusedRule",
                      urn: rule.urn,
                      message: `${describeRule(index, rule)}, a group that no interface carries`,
                      because: [peer.securityGroup],
                  },
              ];
    });
}

function unusedGroups(model: NetworkModel, carried: ReadonlySet<string>): Lint[] {
    return [...model.securityGroups.values()]
        .filter((group) => !carried.has(group.key) && !group.isDefault && !group.external && group.record)
        .map((group) => ({
            kind: "unusedGroup",
            urn: group.key,
            message: "no interface carries the group",
            because: [],
        }));
}
