import type { NetworkModel, SecurityGroup } from "../../analysis/model/network-model";
import { carriersOf } from "../network/tiers";
import { isCalled } from "../network/words";
import { textList } from "../settings";
import type { Stack } from "../stack";
import { fleetType, instanceType, spotType } from "./launch";

const groupType = "aws:ec2/securityGroup:SecurityGroup";

/** How a policy's configuration says what a bastion is called. */
export const bastionWords = textList("Words that call bastions", ["bastion", "jump", "jumpbox"]);

/** A group of bastions: it is on one, or, while it is on nothing, it is called so. */
export function isBastionGroup(group: SecurityGroup, model: NetworkModel, words: readonly string[]): boolean {
    const carriers = carriersOf(group, model);
    return carriers.length > 0
        ? carriers.some(({ record }) => isCalled(record, words))
        : isCalled(group.record, words);
}

/** The hosts and fleets that are bastions. */
export const bastionsOf = (stack: Stack, words: readonly string[]) =>
    stack.ofType(instanceType, spotType, fleetType).filter((host) => isCalled(host, words));

/** Whether the stack has a bastion, or a group for one. */
export const hasBastion = (stack: Stack, words: readonly string[]): boolean =>
    bastionsOf(stack, words).length > 0 || stack.ofType(groupType).some((group) => isCalled(group, words));
