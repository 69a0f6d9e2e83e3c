import type { Answer, ReachVerdict } from "../../analysis/reachability/answer";
import { unknownAnswer } from "../../analysis/reachability/answer-forms";
import { QueryError, type ReachQuery } from "../../analysis/reachability/query";
import { Prover } from "../../analysis/reachability/reach";
import { InputError } from "../input-error";
import type { NetworkSource } from "../network-source";
import type { Peer } from "./peer";

/** What can be opened from one end to the other, for each pair of those whom the arguments name. */
export interface Reply {
    readonly from: string;
    readonly to: string;
    readonly asked: Omit<ReachQuery, "from" | "to">;
    /** `mixed` where pairs differ. */
    readonly verdict: ReachVerdict | "mixed";
    readonly pairs: readonly AnsweredPair[];
}

export interface AnsweredPair {
    readonly from: string;
    readonly to: string;
    readonly answer: Answer;
}

/** Asks about every pair of members of the two peers. Throws an InputError for what cannot be asked. */
export function ask(source: NetworkSource, from: Peer, to: Peer, asked: Reply["asked"]): Reply {
    const prover = Prover.of(source.model);
    const pairs = from.members.flatMap((client) =>
        to.members
            .filter((server) => !isSameResource(client.end, server.end))
            .map((server): AnsweredPair => {
                const query = { ...asked, from: client.end, to: server.end };
                return { from: client.label, to: server.label, answer: answerTo(prover, query, "--") };
            }),
    );
    const [first] = pairs;
    if (first === undefined) {
        throw new InputError([`--from ${from.label} and --to ${to.label} are one and the same interface`]);
    }
    const alike = pairs.every(({ answer }) => answer.verdict === first.answer.verdict);
    return {
        from: from.label,
        to: to.label,
        asked,
        verdict: alike ? first.answer.verdict : "mixed",
        pairs,
    };
}

/**
 * Answers a batch in its order. What the network does not have is unknown, so that one name costs one
 * answer; throws an InputError that names every question that means nothing in any network.
 */
export function askAll(source: NetworkSource, queries: readonly ReachQuery[], named: string): Answer[] {
    const prover = Prover.of(source.model);
    const problems: string[] = [];
    const answers = queries.flatMap((query, index) => {
        try {
            return prover.reach(query);
        } catch (error) {
            if (!(error instanceof QueryError)) {
                throw error;
            }
            const missing = missingName(query, error.field);
            if (missing !== undefined) {
                return unknownAnswer("NO_SOURCE_OR_DESTINATION", missing, error.field, error.message);
            }
            problems.push(`${named}: [${index}].${error.message}`);
            return [];
        }
    });
    if (problems.length > 0) {
        throw new InputError(problems);
    }
    return answers;
}

/** The name that a question gives where the field is one that names something of the network. */
function missingName(query: ReachQuery, field: string): string | undefined {
    const ends = { "from.resource": query.from, "to.resource": query.to } as const;
    const end = field === "from.resource" || field === "to.resource" ? ends[field] : undefined;
    return field === "via" ? query.via : end !== undefined && "resource" in end ? end.resource : undefined;
}

function answerTo(prover: Prover, query: ReachQuery, place: string): Answer {
    try {
        return prover.reach(query);
    } catch (error) {
        throw error instanceof QueryError ? new InputError([`${place}${error.message}`]) : error;
    }
}

const isSameResource = (left: ReachQuery["from"], right: ReachQuery["to"]): boolean =>
    "resource" in left && "resource" in right && left.resource === right.resource;
