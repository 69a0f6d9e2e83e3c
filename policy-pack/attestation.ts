import { managesAnything } from "./account";
import { daysBetween, isDay } from "./day";
import { violates, type Faults } from "./fault";
import { perStack, rule, type AnyRule, type Rule } from "./rule";
import { isSampleSignature, pinnedTo } from "./sample-account";
import { wholeNumber, type Setting } from "./settings";
import type { Stack } from "./stack";

/** Something no plan can show, which somebody answers for with name and date. */
export interface AttestationDefinition extends Pick<
    Rule,
    "id" | "title" | "severity" | "checklist" | "why" | "docs"
> {
    /** What is signed off, as it follows "nobody has signed off that". */
    readonly statement: string;
    /** Days that a signature holds. An environment may shorten them, never extend them. */
    readonly validDays: number;
}

/**
 * A policy that fails until somebody has signed off, in its section of the configuration, that the
 * statement is true, and again when that was too long ago. It speaks up in every stack that manages
 * anything of AWS, and cannot be waived: whoever would sign the waiver can sign the statement.
 *
 * Signatures of nobody (`security@example.com`) are for samples: they stand, and never run out, in a
 * stack that is pinned to an account of nobody's, and are refused in one that is pinned to somebody's.
 */
export function attestation(definition: AttestationDefinition): AnyRule {
    const { statement, validDays, ...known } = definition;
    return rule(
        {
            ...known,
            fix:
                "Make it so, then set `attestedBy`, `attestedOn` and `evidence` in the policy's section of " +
                "policy-pack/config/<stack>.json.",
            waivable: false,
            config: {
                attestedBy: line("Who answers for it: a person or a team, with an address"),
                attestedOn: day("The day it was checked, YYYY-MM-DD"),
                evidence: line("Where the record is: a ticket, a report, a page"),
                validDays: atMost(validDays),
            },
        },
        perStack((stack, signed): Faults => {
            const problem = managesAnything(stack) ? attestationProblem(statement, signed, stack) : undefined;
            return problem === undefined ? [] : [violates(undefined, problem)];
        }),
    ) as AnyRule;
}

interface Signature {
    readonly attestedBy: string;
    readonly attestedOn: string;
    readonly evidence: string;
    readonly validDays: number;
}

function attestationProblem(statement: string, signed: Signature, stack: Stack): string | undefined {
    const { attestedBy, attestedOn, evidence, validDays } = signed;
    const missing = Object.entries({ attestedBy, attestedOn, evidence }).filter(([, value]) => value === "");
    if (missing.length > 0) {
        return `nobody has signed off that ${statement}: ${missing.map(([name]) => name).join(", ")} not set`;
    }
    const account = isSampleSignature(attestedBy) ? pinnedTo(stack) : undefined;
    if (account === "somebody") {
        return (
            `that ${statement} is signed off by ${attestedBy}, which is nobody: ` +
            "samples do not count in somebody's account"
        );
    }
    const age = daysBetween(attestedOn, stack.today);
    // Where it was signed, tomorrow may have come already.
    if (age < -1) {
        return `that ${statement} is signed off for ${attestedOn}, a day that has not come yet`;
    }
    return age <= validDays || account === "nobody"
        ? undefined
        : `that ${statement} was signed off ${age} days ago, on ${attestedOn}; it holds for ${validDays} days`;
}

const text = { type: "string" } as const;

const line = (description: string): Setting<string> => ({
    description,
    fallback: "",
    schema: text,
    problem: (value) => (typeof value === "string" ? undefined : "must be a text"),
});

const day = (description: string): Setting<string> => ({
    description,
    fallback: "",
    schema: text,
    problem: (value) =>
        typeof value === "string" && (value === "" || isDay(value))
            ? undefined
            : "must be a day such as 2027-01-31",
});

const atMost = (limit: number): Setting<number> => {
    const setting = wholeNumber(`Days that the signature holds, ${limit} at most`, limit, 1);
    return {
        ...setting,
        problem: (value) =>
            setting.problem(value) ?? (Number(value) > limit ? `must be ${limit} or less` : undefined),
    };
};
