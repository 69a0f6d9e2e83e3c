import { isDay } from "./day";

/** An agreed exception of one resource from one policy, for a while. */
export interface Waiver {
    readonly policy: string;
    /** Exactly the resource's URN. */
    readonly urn: string;
    readonly reason: string;
    readonly owner: string;
    /** The last day it holds, `YYYY-MM-DD`. */
    readonly expires: string;
}

export interface Waivers {
    readonly active: readonly Waiver[];
    /** What is wrong with the file: malformed, expired, refused or of no policy. None of these waives. */
    readonly problems: readonly string[];
}

const fields = ["policy", "urn", "reason", "owner", "expires"] as const;
const shortestReason = 15;

/** Reads the text of a waivers file. `waivable` says of each policy's name whether it accepts waivers. */
export function readWaivers(text: string, waivable: ReadonlyMap<string, boolean>, today: string): Waivers {
    let entries: unknown;
    try {
        entries = JSON.parse(text);
    } catch (error) {
        return { active: [], problems: [`the waivers file is not JSON: ${(error as Error).message}`] };
    }
    if (!Array.isArray(entries)) {
        return { active: [], problems: ["the waivers file must hold a list"] };
    }
    const judged = entries.map((entry: unknown, i) => ({
        entry: entry as Waiver,
        problems: entryProblems(entry, waivable, today).map((problem) => `waiver ${i + 1}: ${problem}`),
    }));
    return {
        active: judged.filter(({ problems }) => problems.length === 0).map(({ entry }) => entry),
        problems: judged.flatMap(({ problems }) => problems),
    };
}

function entryProblems(entry: unknown, waivable: ReadonlyMap<string, boolean>, today: string): string[] {
    if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
        return [`must be an object with ${fields.join(", ")}`];
    }
    const given = entry as { readonly [field: string]: unknown };
    const malformed = [
        ...fields.filter((field) => !isFilled(given[field])).map((field) => `${field} is missing`),
        ...Object.keys(given)
            .filter((field) => !(fields as readonly string[]).includes(field))
            .map((field) => `${field}: there is no such field; it takes ${fields.join(", ")}`),
    ];
    return malformed.length > 0 ? malformed : contentProblems(entry as Waiver, waivable, today);
}

function contentProblems(waiver: Waiver, waivable: ReadonlyMap<string, boolean>, today: string): string[] {
    const subject = `of "${waiver.policy}" for ${waiver.urn}`;
    const accepts = waivable.get(waiver.policy);
    const problems: string[] = [];
    if (accepts === undefined) {
        problems.push(`policy "${waiver.policy}" does not exist`);
    } else if (!accepts) {
        problems.push(`${subject}: this policy refuses waivers; fix the resource instead`);
    }
    if (!waiver.urn.startsWith("urn:pulumi:") || waiver.urn.includes("*")) {
        problems.push(`"${waiver.urn}" must be the whole URN of one resource`);
    }
    if (waiver.reason.trim().length < shortestReason) {
        problems.push(`${subject}: the reason must say why, in ${shortestReason} characters or more`);
    }
    if (!isDay(waiver.expires)) {
        problems.push(`${subject}: expires must be a day such as 2027-01-31`);
    } else if (waiver.expires < today) {
        problems.push(`${subject}: expired on ${waiver.expires}; fix the resource, or agree on it again`);
    }
    return problems;
}

const isFilled = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";
