import type { Policies, ReportViolation } from "@pulumi/policy";
import type { Enforcement, Finding, Severity } from "../../analysis/finding";
import { resourceArguments, stackResources, touchedUnknown } from "./policy-arguments";
import { providerUrnOf } from "./default-providers";
import type { RecordedRegistration } from "./recorded-registration";

export type Policy = Policies[number];

/** One policy's settings, `enforcementLevel` among them, by policy name; `all` is for those not named. */
export interface PolicyConfig {
    readonly [policy: string]: {
        readonly enforcementLevel?: Enforcement;
        readonly [setting: string]: unknown;
    };
}

/** Whether a policy is kept. It is not applicable where the stack has nothing for it to judge. */
export type PolicyVerdict = "satisfies" | "violates" | "undecidable" | "notApplicable";

export interface PolicyOutcome {
    readonly name: string;
    readonly enforcement: Enforcement;
    readonly verdict: PolicyVerdict;
}

export interface Judgement {
    readonly policies: readonly PolicyOutcome[];
    readonly findings: readonly Finding[];
}

/**
 * Judges a recorded stack as the engine does in a preview: each resource's inputs first, then all
 * outputs together, both behind the SDK's proxy that throws where a policy touches an unknown.
 *
 * The engine lets such a policy pass with a note. Here it counts as undecidable, and a mandatory
 * policy that is undecidable fails.
 */
export async function judge(
    registrations: readonly RecordedRegistration[],
    policies: readonly Policy[],
    config: PolicyConfig = {},
): Promise<Judgement> {
    const trials = policies.map((policy) => new Trial(policy, config));
    const active = trials.filter(({ enforcement }) => enforcement !== "disabled");
    const ofResources = active.filter((trial) => trial.judgesResources);
    const byUrn = new Map(registrations.map((registration) => [registration.urn, registration]));
    const providerOf = (registration: RecordedRegistration) => byUrn.get(providerUrnOf(registration));
    for (const registration of registrations.filter(({ external }) => external !== true)) {
        const resource = resourceArguments(registration, providerOf);
        for (const trial of ofResources) {
            await trial.judgeResource(resource);
        }
    }
    const resources = stackResources(registrations, providerOf);
    for (const trial of active) {
        await trial.judgeStack(resources);
    }
    return {
        policies: trials.map((trial) => trial.outcome()),
        findings: active.flatMap((trial) => trial.findings),
    };
}

class NotApplicable extends Error {}

const notApplicable = (reason?: string): never => {
    throw new NotApplicable(reason);
};

type ResourcePolicy = Policy & { readonly validateResource?: Validation<unknown> | Validation<unknown>[] };
type StackPolicy = Policy & { readonly validateStack?: Validation<unknown> };
type Validation<Arguments> = ((args: Arguments, report: ReportViolation) => unknown) & {
    readonly __pulumiType?: string;
};

/** One policy before one stack, with what it has found so far. */
class Trial {
    readonly enforcement: Enforcement;
    readonly findings: Finding[] = [];
    /** Whether there was anything for it to judge, as far as the policy itself can tell. */
    #applied = false;

    constructor(
        private readonly policy: Policy,
        private readonly config: PolicyConfig,
    ) {
        this.enforcement =
            config[policy.name]?.enforcementLevel ??
            config.all?.enforcementLevel ??
            policy.enforcementLevel ??
            "mandatory";
    }

    get judgesResources(): boolean {
        return (this.policy as ResourcePolicy).validateResource !== undefined;
    }

    async judgeResource(resource: ReturnType<typeof resourceArguments>): Promise<void> {
        const { validateResource = [] } = this.policy as ResourcePolicy;
        for (const validate of [validateResource].flat()) {
            if (validate.__pulumiType === undefined || validate.__pulumiType === resource.type) {
                await this.#try(validate, resource, resource.urn);
            }
        }
    }

    async judgeStack(resources: ReturnType<typeof stackResources>): Promise<void> {
        const { validateStack } = this.policy as StackPolicy;
        const type = validateStack?.__pulumiType;
        if (
            validateStack !== undefined &&
            (type === undefined || resources.some((one) => one.type === type))
        ) {
            await this.#try(validateStack, { resources });
        }
    }

    outcome(): PolicyOutcome {
        const verdicts = new Set(this.findings.map(({ verdict }) => verdict));
        const kept = this.#applied ? "satisfies" : "notApplicable";
        return {
            name: this.policy.name,
            enforcement: this.enforcement,
            verdict: verdicts.has("violates")
                ? "violates"
                : verdicts.has("undecidable")
                  ? "undecidable"
                  : kept,
        };
    }

    async #try(validate: Validation<object>, subject: object, urn?: string): Promise<void> {
        const structured: Finding[] = [];
        const messages: { readonly message: string; readonly urn: string | undefined }[] = [];
        const args = {
            ...subject,
            stackTags: new Map<string, string>(),
            getConfig: () => this.#settings(),
            notApplicable,
            palisadeFindings: structured,
        };
        const report = (message: string, at?: string) => messages.push({ message, urn: at ?? urn });
        try {
            await validate(args, report);
            this.#applied = true;
        } catch (error) {
            if (touchedUnknown(error)) {
                this.findings.push(this.#finding("undecidable", error.message, urn));
            } else if (!(error instanceof NotApplicable)) {
                throw new Error(`policy ${this.policy.name} failed: ${String(error)}`, { cause: error });
            }
        }
        const found =
            structured.length > 0
                ? structured.map((finding) => ({ ...finding, enforcement: this.#binding() }))
                : messages.map((told) => this.#finding("violates", told.message, told.urn));
        this.findings.push(...found);
    }

    #settings(): { readonly [setting: string]: unknown } {
        const section = Object.entries(this.config[this.policy.name] ?? {});
        return Object.fromEntries(section.filter(([setting]) => setting !== "enforcementLevel"));
    }

    #finding(verdict: Finding["verdict"], message: string, urn: string | undefined): Finding {
        return {
            policy: this.policy.name,
            enforcement: this.#binding(),
            severity: (this.policy as { readonly severity?: Severity }).severity ?? "medium",
            verdict,
            ...(urn === undefined ? {} : { urn }),
            message,
            help:
                (this.policy as { readonly remediationSteps?: string }).remediationSteps ??
                this.policy.description,
            evidence: [],
        };
    }

    /** What is still found after remediation binds like a mandatory policy. */
    #binding(): Enforcement {
        return this.enforcement === "remediate" ? "mandatory" : this.enforcement;
    }
}
