import type { Answer, Blocker, ReachVerdict } from "./answer";
import type { ExplanationCode } from "./explanation-code";

export const blockedAnswer = (blockedBy: readonly Blocker[]): Answer => ({
    verdict: "blocked",
    codes: [...new Set(blockedBy.map((blocker) => blocker.code))],
    path: [],
    replyPath: [],
    blockedBy,
    changes: [...new Set(blockedBy.map((blocker) => blocker.change))],
    undecided: [],
});

export const unknownAnswer = (
    code: ExplanationCode,
    urn: string,
    property: string,
    reason: string,
): Answer => ({
    verdict: "unknown",
    codes: [code],
    path: [],
    replyPath: [],
    blockedBy: [],
    changes: [],
    undecided: [{ urn, property, reason, remedy: "manage it in this program, or declare the boundary" }],
});

const order: readonly ReachVerdict[] = ["blocked", "unknown", "reachable"];

/** The answer about an end that is one of several, nobody knows which: certain only if they are alike. */
export function whicheverItIs(answers: readonly Answer[]): Answer {
    const [first, ...others] = answers as readonly [Answer, ...Answer[]];
    if (others.every((answer) => answer.verdict === first.verdict)) {
        return answers.find((answer) => answer.partial !== undefined) ?? first;
    }
    const possible = answers.find((answer) => answer.verdict !== "blocked")!;
    return {
        ...possible,
        verdict: "unknown",
        codes: [...new Set(answers.flatMap((answer) => answer.codes))],
        undecided: [
            ...answers.flatMap((answer) => answer.undecided),
            {
                urn: possible.path.findLast((hop) => hop.kind === "destination")?.urn ?? "",
                property: "subnetIds",
                reason: "it works from some of the subnets that the destination may be in, not from all",
                remedy: "give those subnets the same routes and network ACL",
            },
        ],
    };
}

/** Two sessions that make one: it is as reachable as the worse of them. */
export function joinAnswers(front: Answer, back: Answer): Answer {
    const verdict = order.find((one) => one === front.verdict || one === back.verdict)!;
    const partial = front.partial ?? back.partial;
    const both = [front, back];
    const telling = verdict === "reachable" ? both : both.filter((answer) => answer.verdict === verdict);
    return {
        verdict,
        codes: [...new Set([...telling.flatMap((answer) => answer.codes), ...translated(verdict)])],
        path: both.flatMap((answer) => answer.path),
        replyPath: [...back.replyPath, ...front.replyPath],
        ...(verdict === "blocked" || front.packet === undefined ? {} : { packet: front.packet }),
        ...(partial === undefined || verdict !== "reachable" ? {} : { partial }),
        blockedBy: both.flatMap((answer) => answer.blockedBy),
        changes: [...new Set(both.flatMap((answer) => answer.changes))],
        undecided: verdict === "unknown" ? both.flatMap((answer) => answer.undecided) : [],
    };
}

const translated = (verdict: ReachVerdict): readonly ExplanationCode[] =>
    verdict === "reachable" ? ["REMAP_EPHEMERAL_PORT"] : [];
