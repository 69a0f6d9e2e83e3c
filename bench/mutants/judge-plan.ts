import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Policies, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import type { Finding } from "../../analysis/finding";
import type { ResourceRecord } from "../../analysis/model/resource-record";
import { recordsFromRegistrations } from "../../analysis/readers/registrations";
import type { PolicyConfig } from "../../cli/offline/judge";
import type { RecordedRegistration } from "../../cli/offline/recorded-registration";
import { stackPolicies } from "../../cli/stack-policies";
import { policyOf, type Configured } from "../../policy-pack/adapter";
import { integrityRules } from "../../policy-pack/integrity";
import { rules } from "../../policy-pack/rules";
import { RunMemory } from "../../policy-pack/run-memory";
import { Stack } from "../../policy-pack/stack";
import { readWaivers } from "../../policy-pack/waivers";
import type { Plan } from "./plan";

const root = join(__dirname, "..", "..");

type Judged = Policies[number] & Partial<ResourceValidationPolicy> & Partial<StackValidationPolicy>;

/**
 * Judges plans that differ little from one another with the whole pack, configured as for prod. Of the
 * SDK's way it leaves out the copies and proxies that every policy gets; and a resource that is as it
 * was in the plan before any change is not judged by itself again. Whatever needs several resources is
 * judged on the whole changed plan, every time.
 */
export class PlanJudge {
    private readonly today = new Date().toISOString().slice(0, 10);
    private readonly config: PolicyConfig = stackPolicies(root, "prod", undefined).config;
    private readonly waivers = readWaivers(
        readFileSync(join(root, "policy-pack", "waivers.json"), "utf8"),
        new Map(rules.map((rule) => [rule.id, rule.waivable ?? true])),
        this.today,
    );
    private readonly records = new WeakMap<RecordedRegistration, ResourceRecord>();
    private readonly unchanged: ReadonlySet<RecordedRegistration>;
    private readonly foundOnUnchanged: readonly Finding[];

    public constructor(unbroken: Plan) {
        this.unchanged = new Set();
        this.foundOnUnchanged = this.judge(unbroken, "resources");
        this.unchanged = new Set(unbroken.registrations);
    }

    public judge({ registrations }: Plan, only?: "resources"): Finding[] {
        const records = registrations.map((registration) => this.record(registration));
        const memory = new PreparedMemory(records, this.today);
        const configured = new Map<string, Configured>();
        const context = { memory, waivers: this.waivers.active, configured };
        const watching = integrityRules({ rules, waivers: this.waivers, configured });
        const policies = [...rules, ...watching].map((rule) => policyOf(rule, context) as Judged);
        const findings: Finding[] = [];
        const judged = registrations.filter((one) => one.external !== true && !this.unchanged.has(one));
        for (const policy of policies) {
            const common = this.argumentsOf(policy, findings);
            for (const { urn, type } of judged) {
                for (const validate of [policy.validateResource ?? []].flat()) {
                    void validate({ ...common, urn, type } as never, ignore);
                }
            }
        }
        if (only === "resources") {
            return findings;
        }
        const asBefore = new Set(
            registrations.filter((one) => this.unchanged.has(one)).map(({ urn }) => urn),
        );
        findings.push(...this.foundOnUnchanged.filter(({ urn }) => urn !== undefined && asBefore.has(urn)));
        for (const policy of policies) {
            void policy.validateStack?.(
                { ...this.argumentsOf(policy, findings), resources: [] } as never,
                ignore,
            );
        }
        return findings;
    }

    private argumentsOf({ name }: Judged, palisadeFindings: Finding[]): object {
        return { getConfig: () => this.config[name] ?? {}, palisadeFindings };
    }

    private record(registration: RecordedRegistration): ResourceRecord {
        let record = this.records.get(registration);
        if (record === undefined) {
            record = recordsFromRegistrations([registration])[0]!;
            this.records.set(registration, record);
        }
        return record;
    }
}

const ignore = (): void => undefined;

/** Hands out what was read already, as the pack's memory does from its second policy on. */
class PreparedMemory extends RunMemory {
    private readonly byUrn: ReadonlyMap<string, ResourceRecord>;
    private readonly prepared: Stack;

    public constructor(records: readonly ResourceRecord[], today: string) {
        super(today);
        this.byUrn = new Map(records.map((record) => [record.urn, record]));
        this.prepared = new Stack(records, today);
    }

    /** A resource policy sees the inputs, and nothing of what they were computed from. */
    public override record({ urn }: { readonly urn: string }): ResourceRecord {
        const record = this.byUrn.get(urn)!;
        return {
            ...record,
            id: undefined,
            properties: record.inputs ?? record.properties,
            propertyDependencies: {},
            dependencies: [],
        };
    }

    public override stack(): Stack {
        return this.prepared;
    }
}
