import { halvesOf, prefixLength } from "../../support/simulator/addresses";
import type { Random } from "../../support/simulator/generator/random";
import type { Network, NetworkAclEntry, SecurityGroupRule } from "../../support/simulator/network";

const at = <T>(things: readonly T[], index: number, replacement: readonly T[]): T[] => [
    ...things.slice(0, index),
    ...replacement,
    ...things.slice(index + 1),
];

/** The network with the rules of one random group changed. */
function withRules(
    random: Random,
    network: Network,
    change: (rules: readonly SecurityGroupRule[]) => readonly SecurityGroupRule[] | undefined,
): Network | undefined {
    const index = random.between(0, network.securityGroups.length - 1);
    const group = network.securityGroups[index]!;
    const rules = group.untouched === true ? undefined : change(group.rules);
    return rules === undefined
        ? undefined
        : { ...network, securityGroups: at(network.securityGroups, index, [{ ...group, rules }]) };
}

function withEntries(
    random: Random,
    network: Network,
    change: (entries: readonly NetworkAclEntry[]) => readonly NetworkAclEntry[] | undefined,
): Network | undefined {
    const index = random.between(0, network.networkAcls.length - 1);
    const acl = network.networkAcls[index]!;
    const entries = acl.untouched === true ? undefined : change(acl.entries);
    return entries === undefined
        ? undefined
        : { ...network, networkAcls: at(network.networkAcls, index, [{ ...acl, entries }]) };
}

/** Without one rule of a security group, or one allowing entry of a network ACL. */
export const withoutAnAllow = (random: Random, network: Network): Network | undefined =>
    random.chance(0.5)
        ? withRules(random, network, (rules) =>
              rules.length === 0 ? undefined : at(rules, random.between(0, rules.length - 1), []),
          )
        : withEntries(random, network, (entries) => {
              const allows = entries.filter((entry) => entry.allow);
              return allows.length === 0 ? undefined : at(entries, entries.indexOf(random.pick(allows)), []);
          });

/** With one denying entry evaluated earlier. */
export const withAnEarlierDeny = (random: Random, network: Network): Network | undefined =>
    withEntries(random, network, (entries) => {
        const denies = entries.filter((entry) => !entry.allow);
        if (denies.length === 0) {
            return undefined;
        }
        const deny = random.pick(denies);
        const taken = entries.filter((entry) => entry.egress === deny.egress).map((entry) => entry.number);
        const free = [2, 95, 105, 300, 505].filter(
            (number) => number < deny.number && !taken.includes(number),
        );
        return free.length === 0
            ? undefined
            : at(entries, entries.indexOf(deny), [{ ...deny, number: random.pick(free) }]);
    });

/** With the block of one rule or entry written as its two halves. */
export const withABlockInHalves = (random: Random, network: Network): Network | undefined =>
    random.chance(0.5)
        ? withRules(random, network, (rules) => {
              const index = random.between(0, rules.length - 1);
              const rule = rules[index];
              if (rule === undefined || !("cidr" in rule.peer) || !canBeHalved(rule.peer.cidr)) {
                  return undefined;
              }
              return at(
                  rules,
                  index,
                  halvesOf(rule.peer.cidr).map((cidr) => ({ ...rule, peer: { cidr } })),
              );
          })
        : withEntries(random, network, (entries) => {
              const index = random.between(0, entries.length - 1);
              const entry = entries[index];
              if (entry === undefined || !canBeHalved(entry.cidr) || entry.number === 32766) {
                  return undefined;
              }
              const halves = halvesOf(entry.cidr).map((cidr, half) => ({
                  ...entry,
                  cidr,
                  number: entry.number * 2 + half,
              }));
              // Everything else moves apart, so that nothing stands between the halves.
              const spread = entries.map((other) => ({
                  ...other,
                  number: Math.min(other.number * 2, 32766),
              }));
              return at(spread, index, halves);
          });

const canBeHalved = (cidr: string): boolean => prefixLength(cidr) < (cidr.includes(":") ? 128 : 32);

/** How a renamed network calls what had an id before. */
export const renamed = (id: string): string => id.replace(/^vpc/, "net").replace(/^tgw/, "hub");

/** The same network under other names and in another order. */
export function renamedAndReordered(network: Network): Network {
    const rename = (value: unknown): unknown => {
        if (typeof value === "string") {
            return renamed(value);
        }
        if (Array.isArray(value)) {
            return value.map(rename);
        }
        return typeof value === "object" && value !== null
            ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, rename(part)]))
            : value;
    };
    const shuffled = Object.entries(network).map(([kind, things]) => [
        kind,
        Array.isArray(things) ? [...things].reverse() : things,
    ]);
    return rename(Object.fromEntries(shuffled)) as Network;
}
