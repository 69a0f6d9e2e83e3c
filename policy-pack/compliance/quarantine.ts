import { violates, type Faults } from "../fault";
import { isCalled } from "../network/words";
import type { Stack } from "../stack";

/** A fault of each network that has no group, without a single rule, to cut a suspect host off with. */
export function quarantineFaults(stack: Stack, words: readonly string[]): Faults {
    const { vpcs, securityGroups } = stack.model;
    const waiting = [...securityGroups.values()].filter(
        ({ record, rules, undecided }) =>
            isCalled(record, words) && rules.length === 0 && undecided.length === 0,
    );
    return [...vpcs.values()]
        .filter(({ key, external }) => !external && !waiting.some(({ vpc }) => vpc === key))
        .map(({ record }) =>
            violates(record, "has no group without rules to cut a suspect host off with", {
                fix: `Add a security group called ${words.join(" or ")}, and give it no rules.`,
            }),
        );
}
