import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { controlIds, kindOf } from "../policy-pack/adapter";
import { checklist, type ChecklistLine } from "../policy-pack/checklist";
import { controls } from "../policy-pack/controls";
import { watchingRules } from "../policy-pack/pack";
import type { AnyRule } from "../policy-pack/rule";
import { rules } from "../policy-pack/rules";

export const catalogueFile = join(__dirname, "..", "docs", "policies.md");

const areas: { readonly [area in ChecklistLine["area"]]: string } = {
    network: "Network security",
    access: "Access control",
    monitoring: "Monitoring and logging",
    data: "Data protection",
    compliance: "Compliance and operations",
};

/** How the catalogue of controls writes the names of other tools and standards. */
const anchorNames: { readonly [anchor: string]: string } = {
    fsbp: "AWS FSBP",
    cis: "CIS AWS",
    nist: "NIST 800-53",
    checkov: "Checkov",
    "cdk-nag": "cdk-nag",
    guard: "AWS Guard rules",
    trivy: "Trivy",
    prowler: "Prowler",
    sentinel: "Sentinel",
    regula: "Regula",
    "compliance-policies": "Pulumi compliance-policies",
    awsguard: "AWSGuard",
    cfn_nag: "cfn_nag",
};

/** Every policy as a page: which line of the checklist it keeps, what it demands, why, and how to fix it. */
export function policyCatalogue(): string {
    const watching = watchingRules(rules);
    const byArea = Object.entries(areas).map(
        ([area, title]) => [title, rules.filter((rule) => areaOf(rule) === area)] as const,
    );
    return [
        "# Policies",
        "",
        "<!-- Written by `npm run docs:policies`; a test holds it against the policies. -->",
        "",
        `${rules.length} policies, and ${watching.length} that watch over the pack itself. Each is mandatory unless said otherwise.`,
        "*Judged by resource* means before it is created, so that `up` stops; *by stack* at the end of a",
        "preview, when all resources are seen together. Settings go under the policy's name into",
        "`policy-pack/config/<stack>.json`.",
        "",
        "## Attestations",
        "",
        "Some lines no plan can show: that second factors are used, restores come up, groups are reviewed, the",
        "incident plan is drilled. Somebody answers for each in the policy's section, with `attestedBy`,",
        "`attestedOn` and `evidence`; the policy fails while that is missing, and again when it is too old.",
        "",
        "The configurations in this repository are samples. They are signed by addresses that nobody has",
        "(`security@example.com`, RFC 2606). In a stack whose every AWS provider is pinned to an account that",
        'only examples have (`allowedAccountIds: ["123456789012"]`) such signatures never run out, so that a',
        "clone previews alike in any year; nothing can be deployed there. Pinned to an account of your own, each",
        "of them is refused, however fresh, until somebody real has signed.",
        "",
        "## Checklist",
        "",
        "What of the policies keeps each line of the article's production checklist, and which controls of",
        "`policy-pack/controls.json` that is.",
        "",
        "| | line | policies | controls |",
        "| --- | --- | --- | --- |",
        ...checklist.map(checklistRow),
        ...byArea.flatMap(([title, own]) => ["", `## ${title}`, ...own.flatMap(section)]),
        "",
        "## The pack itself",
        ...watching.flatMap(section),
        "",
    ].join("\n");
}

function areaOf(rule: AnyRule): string {
    return controls.get(rule.id)?.area ?? rule.checklist[0]?.replace(/-\d+$/, "") ?? "";
}

function checklistRow({ id, text }: ChecklistLine): string {
    const keepers = rules.filter((rule) => (rule.checklist as readonly string[]).includes(id));
    const covered = [...new Set(keepers.flatMap(controlIds))];
    return row(id, text, keepers.map(link).join(", "), covered.map(code).join(", "));
}

function section(rule: AnyRule): string[] {
    const { id, title, severity, enforcement = "mandatory", waivable = true, why, fix, docs } = rule;
    const facts = [
        `${severity} severity`,
        enforcement,
        `judged by ${kindOf(rule).replace(" and ", " and by ")}`,
        ...(rule.remediate === undefined ? [] : ["can be remediated"]),
        ...(waivable ? [] : ["cannot be waived"]),
    ];
    return [
        "",
        `### ${id}`,
        "",
        `**${title}.** ${sentence(facts.join(", "))}`,
        ...(rule.checklist.length === 0 ? [] : ["", `Checklist: ${rule.checklist.join(", ")}`]),
        "",
        `- Why: ${why}`,
        `- Fix: ${fix} ([documentation](${docs}))`,
        ...anchors(rule),
        ...settings(rule),
    ];
}

function anchors(rule: AnyRule): string[] {
    const covered = controlIds(rule).flatMap((id) => controls.get(id) ?? []);
    const names = [...new Set(covered.flatMap((control) => Object.keys(control.anchors)))];
    const entries = names.map((anchor) => {
        const ids = covered.flatMap((control) => control.anchors[anchor] ?? []).join(", ");
        return `${anchorNames[anchor] ?? anchor} ${ids.replace(/,(?=\S)/g, ", ")}`;
    });
    const controlList = covered.map(({ id }) => code(id)).join(", ");
    return [
        ...(covered.length === 0 ? [] : [`- Controls: ${controlList}`]),
        ...(entries.length === 0 ? [] : [`- Elsewhere: ${entries.join("; ")}`]),
    ];
}

const settings = (rule: AnyRule): string[] =>
    Object.entries(rule.config).map(
        ([name, { description, fallback }]) =>
            `- Setting ${code(name)}: ${description}. Default: ${code(JSON.stringify(fallback))}`,
    );

const code = (text: string): string => `\`${text}\``;
const link = ({ id }: AnyRule): string => `[${id}](#${id})`;
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
const row = (...cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

if (require.main === module) {
    writeFileSync(catalogueFile, policyCatalogue());
}
