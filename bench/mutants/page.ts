import { knownSurvivors } from "./known-survivors";
import type { Score } from "./peers/scoreboard";
import {
    neutralHead,
    neutralRows,
    operatorScoreRows,
    scoreHead,
    scoreRows,
    weakenedHead,
    weakenedRows,
} from "./report";
import type { NeutralVerdict, Verdict } from "./score";

export interface Results {
    readonly verdicts: readonly Verdict[];
    readonly remarks: readonly NeutralVerdict[];
    readonly scores: readonly Score[];
    readonly day: string;
}

const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
    [head, head.map((_, i) => (i === 0 ? "---" : "--:")), ...rows]
        .map((cells) => `| ${cells.join(" | ")} |`)
        .join("\n");

/** `docs/mutants.md`, as `npm run mutants -- --peers --write` writes it. */
export const mutantsPage = ({ verdicts, remarks, scores, day }: Results): string => `# Mutants

Written by \`npm run mutants -- --peers --write\` on ${day}. The recorded plan of prod is broken in ${verdicts.length}
systematic ways, one at a time, and each is judged with the whole policy pack under prod's configuration, on
nothing but what a first preview knows. A mutant is killed when a mandatory policy refuses it.

- *By another policy*: refused, but not by a policy whose business it is.
- *No effect*: nobody refuses it, and the prover shows that not one packet more or fewer gets through: another
  layer stops it still, or another rule lets the same through.
- *Listed*: it survives, and the reason is below.

${markdownTable(weakenedHead, weakenedRows(verdicts))}

Listed survivors:

${knownSurvivors.map(({ pattern, reason }) => `- \`${pattern.source}\`: ${reason}`).join("\n")}

Neutral changes must find nothing:

${markdownTable(neutralHead, neutralRows(remarks))}

## The same mutants before other scanners

The same mutants, those without effect left out, as a Terraform plan for Checkov and as a CloudFormation template
for cdk-nag: what the change is about and all that is up to three references around it, before the change and after.
A mutant counts as shown where the plan or template differs, and as killed where a check fails after that did not
fail on that resource before: what fails on the unbroken plan already cannot kill anything. Palisade is held against
the mutants that each tool's language shows.

Two things to bear in mind. The mutants break what Palisade was written to keep, by our own choice, and prod is
written to satisfy Palisade and not the others. And the conversions, in \`bench/mutants/peers/\`, are ours: what they
leave out, a scanner cannot see.

${markdownTable(scoreHead, scoreRows(scores))}

By the way a plan is broken: killed of those that the tool's language shows, and what Palisade kills of these.

${markdownTable(["", ...scores.flatMap(({ tool }) => [tool, "Palisade"])], operatorScoreRows(scores))}

What they find on the unbroken plan, by how many resources. Not all of it is wrong: some checks ask for what prod
decides against, some see less than there is.

${scores.map(({ tool, noise }) => `- ${tool}: ${checksOf(noise) || "nothing"}`).join("\n")}
`;

/** The checks, each with how many resources it fails on. */
function checksOf(noise: readonly string[]): string {
    const counts = new Map<string, number>();
    for (const check of noise.map((failure) => /^[^ []+/.exec(failure)![0])) {
        counts.set(check, (counts.get(check) ?? 0) + 1);
    }
    return [...counts].map(([check, count]) => `${check} (${count})`).join(", ");
}
