import { drawTable } from "../../cli/render/tables";
import { plainColors } from "../../cli/terminal";
import { knownSurvivors } from "./known-survivors";
import type { Score } from "./peers/scoreboard";
import type { NeutralVerdict, Outcome, Verdict } from "./score";

const outcomes: readonly Outcome[] = ["killed", "killedByAnother", "ineffective", "listed", "survived"];
const head = ["", "mutants", "killed as expected", "by another policy", "no effect", "listed", "survived"];

/** One row an operator, and the sum of all. */
export function weakenedRows(verdicts: readonly Verdict[]): string[][] {
    const row = (name: string, own: readonly Verdict[]): string[] => [
        name,
        String(own.length),
        ...outcomes.map((outcome) => String(own.filter((verdict) => verdict.outcome === outcome).length)),
    ];
    const names = [...new Set(verdicts.map(({ operator }) => operator))];
    return [
        ...names.map((name) =>
            row(
                name,
                verdicts.filter(({ operator }) => operator === name),
            ),
        ),
        row("all", verdicts),
    ];
}

export const weakenedHead: readonly string[] = head;

export const weakenedTable = (verdicts: readonly Verdict[]): string =>
    drawTable(
        {
            head,
            rows: weakenedRows(verdicts),
            align: ["left", ...outcomes.map(() => "right" as const), "right"],
        },
        plainColors,
    );

export function neutralRows(verdicts: readonly NeutralVerdict[]): string[][] {
    const names = [...new Set(verdicts.map(({ operator }) => operator))];
    return names.map((name) => {
        const own = verdicts.filter(({ operator }) => operator === name);
        return [name, String(own.length), String(own.filter(({ findings }) => findings.length > 0).length)];
    });
}

export const neutralHead: readonly string[] = ["", "neutral changes", "refused or remarked on"];

export const neutralTable = (verdicts: readonly NeutralVerdict[]): string =>
    drawTable(
        { head: neutralHead, rows: neutralRows(verdicts), align: ["left", "right", "right"] },
        plainColors,
    );

/** What is not as it should be, and what is not quite. */
export const survivorLines = (
    verdicts: readonly Verdict[],
    harmless: readonly NeutralVerdict[],
): string[] => [
    ...verdicts
        .filter(({ outcome }) => outcome === "survived")
        .map(({ change, expected }) => `survives: ${change} (expected of ${expected.join(", ")})`),
    ...verdicts
        .filter(({ outcome }) => outcome === "killedByAnother")
        .map(
            ({ change, expected, policies }) =>
                `killed by another: ${change} (expected of ${expected.join(", ")}; refused by ${policies.join(", ")})`,
        ),
    ...verdicts
        .filter(({ outcome }) => outcome === "listed")
        .map(({ change }) => `survives, listed: ${change}. ${reasonOf(change)}`),
    ...harmless
        .filter(({ findings }) => findings.length > 0)
        .map(
            ({ change, findings }) =>
                `neutral and refused: ${change} (${findings[0]!.policy}: ${findings[0]!.message})`,
        ),
];

const reasonOf = (change: string): string =>
    knownSurvivors.find(({ pattern }) => pattern.test(change))?.reason ?? "";

export const scoreHead: readonly string[] = [
    "",
    "mutants it can show",
    "killed",
    "killed by Palisade",
    "neutral changes it can show",
    "alarms on these",
    "findings on the unbroken plan",
];

const share = (part: number, whole: number): string =>
    `${part} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`;

export const scoreRows = (scores: readonly Score[]): string[][] =>
    scores.map(({ tool, killed, killedByUs, expressible, alarms, neutral, noise }) => [
        tool,
        String(expressible),
        share(killed, expressible),
        share(killedByUs, expressible),
        String(neutral),
        String(alarms),
        String(noise.length),
    ]);

/** One row an operator: what each tool kills of what its language can show, and Palisade of the same. */
export const operatorScoreRows = (scores: readonly Score[]): string[][] =>
    [...(scores[0]?.byOperator.keys() ?? [])].map((operator) => [
        operator,
        ...scores.flatMap(({ byOperator }) => {
            const [killed, killedByUs, shown] = byOperator.get(operator)!;
            return shown === 0 ? ["–", "–"] : [`${killed} of ${shown}`, String(killedByUs)];
        }),
    ]);

export const scoreTable = (scores: readonly Score[]): string =>
    drawTable(
        {
            head: scoreHead,
            rows: scoreRows(scores),
            align: ["left", ...scoreHead.slice(1).map(() => "right" as const)],
        },
        plainColors,
    );
