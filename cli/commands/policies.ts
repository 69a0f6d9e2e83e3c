import { controlIds, kindOf } from "../../policy-pack/adapter";
import { anchorTags, controls } from "../../policy-pack/controls";
import { watchingRules } from "../../policy-pack/pack";
import { rules } from "../../policy-pack/rules";
import type { AnyRule } from "../../policy-pack/rule";
import type { CommonOptions, PalisadeCommand } from "../command";
import { exitCodes } from "../exit-code";

interface PoliciesOptions extends CommonOptions {
    readonly json?: boolean;
}

/** Lists the policies of the pack: what each demands, why, and which lines and controls it covers. */
export const policies: PalisadeCommand<PoliciesOptions> = {
    usage: "policies",
    summary: "list the policies of the pack",

    describe(command) {
        command
            .option("--json", "print everything about each policy as JSON")
            .addHelpText("after", "\nExample:\n  palisade policies --json | jq '.[].name'\n");
    },

    run({ terminal, options }) {
        const text =
            options.json === true
                ? `${JSON.stringify(all.map(entryOf), undefined, 2)}\n`
                : all.map((rule) => `${rule.id.padEnd(nameWidth)}  ${rule.title}\n`).join("");
        terminal.out(text);
        return Promise.resolve(exitCodes.fine);
    },
};

const all = [...rules, ...watchingRules(rules)];
const nameWidth = Math.max(...all.map(({ id }) => id.length));

/** What other tools and standards call its controls: `checkov:CKV_AWS_24`, `fsbp:EC2.13`, `cis-3.0:5.2`. */
const anchorsOf = (rule: AnyRule): string[] => [
    ...new Set(controlIds(rule).flatMap((id) => anchorTags(controls.get(id)!))),
];

const entryOf = (rule: AnyRule) => ({
    name: rule.id,
    title: rule.title,
    kind: kindOf(rule),
    enforcement: rule.enforcement ?? "mandatory",
    severity: rule.severity,
    checklist: rule.checklist,
    controls: controlIds(rule),
    anchors: anchorsOf(rule),
    waivable: rule.waivable ?? true,
    remediates: rule.remediate !== undefined,
    why: rule.why,
    fix: rule.fix,
    docs: rule.docs,
    settings: Object.fromEntries(
        Object.entries(rule.config).map(([name, { description, fallback }]) => [
            name,
            { description, default: fallback },
        ]),
    ),
});
