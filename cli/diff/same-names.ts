import type { ResourceRecord } from "../../analysis/model/resource-record";

/**
 * Two stacks of one program differ in every URN. Gives the records of the second under the names of
 * the first: the stack's own name in URNs, and at the beginning of resources' names. Records of one
 * and the same stack stay as they are.
 */
export function underNamesOf(
    first: readonly ResourceRecord[],
    second: readonly ResourceRecord[],
): readonly ResourceRecord[] {
    const [own, other] = [stackOf(first), stackOf(second)];
    if (own === undefined || other === undefined || own === other) {
        return second;
    }
    const name = (text: string): string =>
        text === other || text.startsWith(`${other}-`) ? `${own}${text.slice(other.length)}` : text;
    const begin = `urn:pulumi:${other}::`;
    const renamed = (value: unknown): unknown => {
        if (typeof value === "string") {
            if (!value.startsWith(begin)) {
                return value;
            }
            const [project, types, ...rest] = value.slice(begin.length).split("::");
            return `urn:pulumi:${own}::${project}::${types}::${name(rest.join("::"))}`;
        }
        if (Array.isArray(value)) {
            return value.map(renamed);
        }
        return typeof value === "object" && value !== null
            ? Object.fromEntries(Object.entries(value).map(([key, own]) => [key, renamed(own)]))
            : value;
    };
    return second.map((record) => ({ ...(renamed(record) as ResourceRecord), name: name(record.name) }));
}

const stackOf = (records: readonly ResourceRecord[]): string | undefined =>
    /^urn:pulumi:(.+?)::/.exec(records[0]?.urn ?? "")?.[1];
