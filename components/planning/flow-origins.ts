import type { Flow, FlowPeer, GroupPeer } from "./flow";

/**
 * Whose addresses a target sees when a group that preserves client addresses passes sessions on to it:
 * the group's own declared clients and, through a chain of such groups, theirs. Each peer once.
 */
export function originsBehind(group: GroupPeer, flows: readonly Flow[]): FlowPeer[] {
    const origins = new Map<string, FlowPeer>();
    const visited = new Set<string>();
    const visit = (key: string): void => {
        if (visited.has(key)) {
            return;
        }
        visited.add(key);
        for (const { from } of flows.filter((flow) => flow.to.key === key)) {
            origins.set(from.key, from);
            if (from.kind === "group" && from.preservesClientIp) {
                visit(from.key);
            }
        }
    };
    if (group.preservesClientIp) {
        visit(group.key);
    }
    return [...origins.values()];
}
