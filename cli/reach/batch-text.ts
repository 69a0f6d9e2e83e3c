import type { Answer } from "../../analysis/reachability/answer";
import type { QueryEnd, ReachQuery } from "../../analysis/reachability/query";
import type { Rendering } from "../render/rendering";
import { drawTable } from "../render/tables";
import { marked, trafficText, withoutUrns } from "./answer-text";

/** A line for each question of a batch; all about one is told when it is asked alone. */
export const batchText = (
    queries: readonly ReachQuery[],
    answers: readonly Answer[],
    how: Rendering,
): string =>
    `${drawTable(
        {
            head: ["", "verdict", "from", "to", "traffic", "codes"],
            rows: queries.map((query, index) => [
                String(index),
                marked(answers[index]!.verdict, how),
                endText(query.from),
                endText(query.to),
                trafficText(query),
                answers[index]!.codes.join(" "),
            ]),
        },
        how.colors,
    )}\n`;

function endText(end: QueryEnd): string {
    if ("resource" in end) {
        return [withoutUrns(end.resource), end.address, end.ip]
            .filter((part) => part !== undefined)
            .join(" ");
    }
    return "internet" in end ? (end.service ?? end.internet) : end.ip;
}
