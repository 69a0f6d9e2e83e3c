import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isUnknown, type PropertyValue, type ResourceRecord } from "../../analysis/model/resource-record";
import { recordsFromRegistrations } from "../../analysis/readers/registrations";
import { plannedEnvironment } from "../support/planned-environment";

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
    /** Names it also answers to; what its alias covers is no rename. */
    readonly aliases?: readonly unknown[];
    /** Inputs that AWS cannot change in place; a reference stands as the resources it comes from. */
    readonly fixed: { readonly [input: string]: unknown };
}

export type Identities = { readonly [urn: string]: Identity };

/** The identities of all that a stack's program registers. */
export async function identitiesOf(stack: string): Promise<Identities> {
    const registrations = await plannedEnvironment(stack);
    const aliases = new Map(registrations.map(({ urn, options }) => [urn, options.aliases ?? []]));
    const entries = recordsFromRegistrations(registrations)
        .filter(({ type }) => !type.startsWith("pulumi:"))
        .map((record): [string, Identity] => [
            record.urn,
            {
                ...(aliases.get(record.urn)!.length > 0 && { aliases: aliases.get(record.urn)! }),
                fixed: fixedInputs(record),
            },
        ]);
    return Object.fromEntries(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
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
