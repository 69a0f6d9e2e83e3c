import type { GroupPeer } from "./flow";
import { didYouMean } from "./did-you-mean";
import { isPeerKey, isReservedKey, peerKeyForm } from "./peer-key";
import type { Problem } from "./problem";
import type { SecurityInput } from "./security-input";

/** The groups by key; one with a problem is among them, so that flows to it are not unknown as well. */
export function readGroups(input: SecurityInput, problems: Problem[]): ReadonlyMap<string, GroupPeer> {
    const groups = new Map<string, GroupPeer>();
    for (const [key, group] of Object.entries(input.groups)) {
        checkPeerKey("groups", key, problems);
        if (!Object.hasOwn(input.tiers, group.tier)) {
            const tiers = Object.keys(input.tiers);
            problems.push({
                path: `groups.${key}.tier`,
                given: `"${group.tier}"${didYouMean(group.tier, tiers)}`,
                allowed: `one of the network's tiers: ${tiers.join(", ")}`,
                change: "name the tier of subnets that the group's members sit in",
            });
        }
        groups.set(key, {
            kind: "group",
            key,
            tier: group.tier,
            clients: group.clients ?? "any",
            preservesClientIp: group.preservesClientIp ?? false,
        });
    }
    return groups;
}

export function checkPeerKey(map: "groups" | "ranges", key: string, problems: Problem[]): void {
    if (isReservedKey(key)) {
        problems.push({
            path: `${map}.${key}`,
            given: `key "${key}"`,
            allowed: "keys that name no peer of their own; internet, s3 and dynamodb do",
            change: "choose another key",
        });
    } else if (!isPeerKey(key)) {
        problems.push({
            path: `${map}.${key}`,
            given: `key "${key}"`,
            allowed: peerKeyForm,
            change: "choose another key; it is part of the names of its rules",
        });
    }
}
