import type { Evidence, Finding } from "../analysis/finding";
import type { Fault } from "./fault";
import type { AnyRule } from "./rule";

export function findingOf(rule: AnyRule, fault: Fault): Finding {
    return {
        policy: rule.id,
        enforcement: rule.enforcement ?? "mandatory",
        severity: rule.severity,
        verdict: fault.verdict,
        ...(fault.urn === undefined ? {} : { urn: fault.urn }),
        ...(fault.property === undefined ? {} : { property: fault.property }),
        message: fault.message,
        help: fault.fix ?? rule.fix,
        evidence: fault.evidence.map(readable),
    };
}

/** Evidence that is a resource, by its name; whoever reads the data finds its URN beside. */
function readable({ label, value, urn }: Evidence): Evidence {
    const resource = urn ?? (isUrn(value) ? value : undefined);
    const told = { label: shortened(label), value: shortened(value) };
    return resource === undefined ? told : { ...told, urn: resource };
}

const isUrn = (text: string): boolean => /^urn:pulumi:\S+$/.test(text);

/** `vpc's defaultNetworkAcl outbound` for what AWS makes with a resource, the name for a resource. */
const shortened = (text: string): string =>
    text.replace(/urn:pulumi:\S*::([^\s:#]+)(#(\S+))?/g, (_, name: string, __, part?: string) =>
        part === undefined ? name : `${name}'s ${part}`,
    );

/** The finding as the engine prints it under the policy's name: what, where, why it shows, how to fix. */
export function findingText(finding: Finding): string {
    const name = finding.urn?.split("::").pop();
    const subject = [name, finding.property].filter((part) => part !== undefined && part !== "").join(" ");
    const verdict = finding.verdict === "undecidable" ? "cannot be decided: " : "";
    return [
        `${subject === "" ? "" : `${subject}: `}${verdict}${finding.message}`,
        ...finding.evidence.map(({ label, value }) => `  ${label}: ${value}`),
        `Fix: ${finding.help}`,
    ].join("\n");
}
