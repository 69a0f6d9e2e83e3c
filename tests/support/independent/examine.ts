import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answer } from "../../../analysis/reachability/answer";
import { palisade } from "../../cli/palisade";
import { CaseNetwork, type Resources } from "./network";
import { readExpected } from "./question";

/** A network from another tool's tests or AWS's documentation, with the verdicts that these expect. */
export interface Case {
    /** A sentence. */
    readonly says: string;
    /** Where the verdicts come from: a repository and path, or a document's title or address. */
    readonly source: string;
    readonly resources: Resources;
    readonly expected: readonly string[];
}

/** Asks the batch command about each case, planned, deployed and as a converter writes it. */
export function examine(topic: string, cases: readonly Case[]): void {
    describe(`independent cases: ${topic}`, () => {
        let folder: string;
        before(() => (folder = mkdtempSync(join(tmpdir(), "palisade-independent-"))));
        after(() => rmSync(folder, { recursive: true }));

        for (const { says, source, resources, expected } of cases) {
            it(`${says} (${source})`, async () => {
                const network = new CaseNetwork(resources);
                const asked = expected.map(readExpected);
                const file = (name: string, json: unknown): string => {
                    writeFileSync(join(folder, name), JSON.stringify(json));
                    return join(folder, name);
                };
                const questions = file(
                    "questions.json",
                    asked.map(({ question }) => question),
                );
                const wrong: string[] = [];
                for (const form of ["preview", "state", "bareState", "reportedState"] as const) {
                    const { out, err, exitCode } = await palisade(
                        "reach",
                        file(`${form}.json`, network[form]()),
                        "--queries",
                        questions,
                        "--json",
                    );
                    expect(`${exitCode}${err}`, form).to.equal("0");
                    const answers = JSON.parse(out) as Answer[];
                    expect(answers).to.have.length(asked.length);
                    asked.forEach(({ line, verdict, previewVerdict }, index) => {
                        const answer = answers[index]!;
                        const due = form === "preview" ? previewVerdict : verdict;
                        if (answer.verdict !== due) {
                            wrong.push(`${form}: ${line}, not ${answer.verdict} (${reasonsOf(answer)})`);
                        }
                    });
                }
                expect(wrong.join("\n")).to.equal("");
            });
        }
    });
}

const reasonsOf = ({ codes, blockedBy, undecided }: Answer): string =>
    [
        ...codes,
        ...blockedBy.map(({ message }) => message),
        ...undecided.map(({ urn, property, reason }) => `${urn} ${property}: ${reason}`),
    ].join("; ");
