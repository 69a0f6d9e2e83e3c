import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isUnknown, type PropertyValue, type ResourceRecord } from "../../analysis/model/resource-record";
import { recordsFromRegistrations } from "../../analysis/readers/registrations";
import type { RecordedRegistration } from "../../cli/offline/recorded-registration";
import { plannedEnvironment } from "../support/planned-environment";
import { formerUrns } from "./former-urns";

interface TypeFacts {
    readonly [type: string]: {
        readonly inputs: { readonly [input: string]: { readonly forceNew?: boolean } };
    };
}

const facts = JSON.parse(
    readFileSync(join(__dirname, "..", "support", "engine", "data", "aws-types.json"), "utf8"),
) as TypeFacts;

/** What a resource is by, to Pulumi and to AWS: a change of any of it makes another resource. */
export interface Identity {
    /** Inputs that AWS cannot change in place; a reference stands as the resources it comes from. */
    readonly fixed: { readonly [input: string]: unknown };
}

export type Identities = { readonly [urn: string]: Identity };

/** What a program registers now, and which earlier resources that is. */
export interface Registered {
    readonly identities: Identities;
    /** The URNs that each also answers to. */
    readonly former: ReadonlyMap<string, readonly string[]>;
}

/** The identities of all that a stack's program registers. */
export const registeredBy = async (stack: string): Promise<Registered> =>
    registered(await plannedEnvironment(stack));

/** As `registeredBy`, of what was recorded. */
export function registered(registrations: readonly RecordedRegistration[]): Registered {
    const entries = recordsFromRegistrations(registrations)
        .filter(({ type }) => !type.startsWith("pulumi:"))
        .map((record): [string, Identity] => [record.urn, { fixed: fixedInputs(record) }]);
    const sorted = entries.sort(([left], [right]) => (left < right ? -1 : 1));
    return { identities: Object.fromEntries(sorted), former: formerUrns(registrations) };
}

/** What an upgrade would delete and make anew, and what it would replace; nothing for one that is safe. */
export function broken(released: Identities, { identities, former }: Registered): string[] {
    const earlier = new Map(
        [...former].flatMap(([urn, urns]) =>
            urns.filter((old) => released[old] !== undefined).map((old) => [old, urn] as const),
        ),
    );
    const nowOf = (urn: string) => (identities[urn] === undefined ? earlier.get(urn) : urn);
    return Object.entries(released).flatMap(([urn, { fixed }]) => {
        const now = nowOf(urn);
        if (now === undefined) {
            return [`${urn} would be deleted, and made anew under another name if at all`];
        }
        const current = identities[now]!.fixed;
        const changed = [...new Set([...Object.keys(fixed), ...Object.keys(current)])].filter(
            (input) => JSON.stringify(renamed(fixed[input], nowOf)) !== JSON.stringify(current[input]),
        );
        return changed.map((input) => `${urn} would be replaced for its ${input}`);
    });
}

/** A reference follows what it refers to under its new name. */
function renamed(value: unknown, nowOf: (urn: string) => string | undefined): unknown {
    const { from } = (typeof value === "object" && value !== null ? value : {}) as { from?: string[] };
    return from === undefined ? value : { from: from.map((urn) => nowOf(urn) ?? urn).sort() };
}

function fixedInputs(record: ResourceRecord): Identity["fixed"] {
    const inputs = facts[record.type]?.inputs ?? {};
    const known = record.inputs ?? record.properties;
    return Object.fromEntries(
        Object.keys(inputs)
            .filter((input) => inputs[input]!.forceNew === true && known[input] !== undefined)
            .sort()
            .map((input) => [input, written(known[input], record.propertyDependencies[input] ?? [])]),
    );
}

/** A value that is not known yet is told by where it comes from. */
function written(value: PropertyValue, sources: readonly string[]): unknown {
    if (isUnknown(value)) {
        return { from: [...sources].sort() };
    }
    if (Array.isArray(value)) {
        return value.some((part: PropertyValue) => isUnknown(part)) ? { from: [...sources].sort() } : value;
    }
    return value;
}

export const goldenFile = (stack: string): string => join(__dirname, `${stack}.golden.json`);
