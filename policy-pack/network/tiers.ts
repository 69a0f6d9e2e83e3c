import type {
    InterfaceKind,
    NetworkInterface,
    NetworkModel,
    SecurityGroup,
} from "../../analysis/model/network-model";
import { isCalled } from "./words";

const databaseKinds: readonly InterfaceKind[] = ["database", "cache"];

export const isDatabase = ({ kind }: NetworkInterface): boolean => databaseKinds.includes(kind);

export const carriersOf = (group: SecurityGroup, model: NetworkModel): readonly NetworkInterface[] =>
    [...model.interfaces.values()].filter(({ securityGroups }) => securityGroups.includes(group.key));

/** A group of databases or caches: it is on one, or, while it is on nothing, it is called so. */
export function isDatabaseGroup(
    group: SecurityGroup,
    model: NetworkModel,
    words: readonly string[],
): boolean {
    const carriers = carriersOf(group, model);
    return carriers.length > 0 ? carriers.some(isDatabase) : isCalled(group.record, words);
}
