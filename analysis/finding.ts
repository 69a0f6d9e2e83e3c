/** How a policy binds: mandatory stops a preview, advisory is only told. */
export type Enforcement = "advisory" | "mandatory" | "remediate" | "disabled";

export type Severity = "low" | "medium" | "high" | "critical";

/** What a policy found out. A mandatory policy fails on both `violates` and `undecidable`. */
export type Verdict = "violates" | "undecidable";

/** One thing that is wrong, as data. Renderers turn it into text, JSON, SARIF, JUnit or HTML. */
export interface Finding {
    readonly policy: string;
    readonly enforcement: Enforcement;
    readonly severity: Severity;
    readonly verdict: Verdict;
    /** The resource at fault; absent where the fault is that one is missing. */
    readonly urn?: string;
    /** The path of the property at fault, for example `ingress[0].cidrBlocks`. */
    readonly property?: string;
    /** What is wrong, with the offending value. Never a secret. */
    readonly message: string;
    /** What to change. */
    readonly help: string;
    /** The values, rules, packets and hops that show it. */
    readonly evidence: readonly Evidence[];
}

export interface Evidence {
    readonly label: string;
    readonly value: string;
    readonly urn?: string;
}
