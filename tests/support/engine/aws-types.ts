import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Value } from "./property-values";

/**
 * What the AWS provider knows about a type's input: whether it must be given, replaces, is filled in when left
 * out, and which values it takes. The keys are those of `data/aws-types.json`, which was distilled from the
 * provider's own schema and checked against the type declarations of @pulumi/aws 7.48.
 */
export interface InputFacts {
    readonly type: "string" | "bool" | "int" | "float" | "list" | "set" | "map" | "object";
    readonly required?: boolean;
    readonly forceNew?: boolean;
    readonly computed?: boolean;
    readonly default?: Value;
    readonly enum?: readonly (string | number)[];
    readonly enumOpen?: boolean;
    readonly ignoreCase?: boolean;
    readonly min?: number;
    readonly max?: number;
    readonly multipleOf?: number;
    readonly alsoAllowed?: readonly number[];
    readonly minLength?: number;
    readonly maxLength?: number;
    readonly charset?: string;
    readonly format?: string;
    readonly hostBits?: boolean;
    readonly cidrMask?: readonly [number, number];
    readonly refusedPrefixes?: readonly string[];
    readonly notFirst?: string;
    readonly notLast?: string;
    readonly noDoubleHyphen?: boolean;
    readonly emptyOk?: boolean;
    readonly needsPrefix?: string;
    readonly conflictsWith?: readonly string[];
    readonly exactlyOneOf?: readonly string[];
    readonly atLeastOneOf?: readonly string[];
    readonly requiredWith?: readonly string[];
    readonly minItems?: number;
    readonly maxItems?: number;
    readonly elem?: { readonly [name: string]: InputFacts };
    readonly elemRules?: Partial<InputFacts>;
}

export interface TypeFacts {
    readonly inputs: { readonly [name: string]: InputFacts };
    /** Properties that only AWS sets. */
    readonly outputs?: readonly string[];
    /** The property that the provider names when the program does not, and how long the name may be. */
    readonly autoNamed?: { property: string; separator: string; randomChars: number; maxLength: number };
    readonly noUpdate?: boolean;
    readonly deleteBeforeReplace?: boolean;
    /** Inputs that @pulumi/aws takes and nothing more is known of. */
    readonly unexamined?: readonly string[];
}

const types = JSON.parse(readFileSync(join(__dirname, "data", "aws-types.json"), "utf8")) as {
    readonly [token: string]: TypeFacts;
};

/** Throws for a type without facts: a test must not pass because nothing was checked. */
export function factsOf(type: string): TypeFacts {
    const facts = types[type];
    if (facts === undefined) {
        throw new Error(`the simulated AWS has no facts about ${type}: add them to data/aws-types.json`);
    }
    return facts;
}

/** What AWS fills in when a program leaves it out: outputs, and inputs with a value of AWS's own. */
export function filledIn(type: string): string[] {
    const { inputs, outputs = [] } = factsOf(type);
    const computed = Object.keys(inputs).filter((name) => inputs[name]!.computed);
    return [...new Set([...outputs, ...computed])];
}
