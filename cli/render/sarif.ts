import type { Finding, Severity } from "../../analysis/finding";
import { nameOf } from "../offline/urn";
import type { Renderer } from "./rendering";

const schema = "https://json.schemastore.org/sarif-2.1.0.json";

const securitySeverity: { readonly [severity in Severity]: string } = {
    critical: "9.5",
    high: "8.0",
    medium: "5.5",
    low: "3.0",
};

/**
 * The findings as SARIF 2.1.0, for code scanning. A resource has no line of its own in the program,
 * so a finding points at the stack's settings file and names the resource as its logical location.
 */
export const renderSarif: Renderer = ({ stack, findings, policies }) => {
    const rules = [
        ...new Set([...policies.map(({ name }) => name), ...findings.map(({ policy }) => policy)]),
    ];
    const log = {
        $schema: schema,
        version: "2.1.0",
        runs: [
            {
                tool: { driver: { name: "palisade", rules: rules.map((rule) => ruleOf(rule, findings)) } },
                automationDetails: { id: `palisade/${stack}` },
                results: findings.map((finding) => resultOf(finding, rules.indexOf(finding.policy), stack)),
            },
        ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
};

function ruleOf(id: string, findings: readonly Finding[]): object {
    const finding = findings.find(({ policy }) => policy === id);
    return finding === undefined
        ? { id }
        : {
              id,
              help: { text: finding.help },
              properties: { "security-severity": securitySeverity[finding.severity], tags: ["security"] },
          };
}

function resultOf(finding: Finding, ruleIndex: number, stack: string): object {
    const { policy, enforcement, verdict, urn, property, message, help, evidence } = finding;
    const shown = evidence.map(({ label, value }) => `\n${label}: ${value}`).join("");
    const undecided = verdict === "undecidable" ? "cannot be decided: " : "";
    return {
        ruleId: policy,
        ruleIndex,
        level: enforcement === "mandatory" ? "error" : "warning",
        message: { text: `${undecided}${message}${shown}\nFix: ${help}` },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: `Pulumi.${stack}.yaml` },
                    region: { startLine: 1 },
                },
                ...(urn === undefined
                    ? {}
                    : {
                          logicalLocations: [
                              { name: nameOf(urn), fullyQualifiedName: urn, kind: "resource" },
                          ],
                      }),
            },
        ],
        // The message may quote values that change; the place and the policy tell it is the same finding.
        partialFingerprints: { "palisade/v1": [policy, urn ?? "", property ?? ""].join("|") },
    };
}
