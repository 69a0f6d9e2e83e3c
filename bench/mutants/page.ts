import { knownSurvivors } from "./known-survivors";
import type { Score } from "./peers/scoreboard";
import { neutralHead, neutralRows, scoreHead, scoreRows, weakenedHead, weakenedRows } from "./report";
import type { NeutralVerdict, Verdict } from "./score";

export interface Results {
    readonly verdicts: readonly Verdict[];
    readonly remarks: readonly NeutralVerdict[];
    readonly scores: readonly Score[];
    readonly day: string;
    /** How many mutants of each operator the peers judged. */
    readonly samples: number;
}

const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
    [head, head.map((_, i) => (i === 0 ? "---" : "--:")), ...rows]
        .map((cells) => `| ${cells.join(" | ")} |`)
        .join("\n");

/** `docs/mutants.md`, as `npm run mutants -- --peers --write` writes it. */
export const mutantsPage = ({ verdicts, remarks, scores, day, samples }: Results): string => `# Mutants

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

Up to ${samples} mutants of each operator, evenly spaced, those without effect left out, as a Terraform plan for
Checkov and as a CloudFormation template for cdk-nag. A mutant counts as expressible where it changes that plan or
template, and as killed where a check fails on it that does not fail on the unbroken plan. Checks that fail
already on the unbroken plan cannot kill anything. The conversions are in \`bench/mutants/peers/\`.

${markdownTable(scoreHead, scoreRows(scores))}
`;
