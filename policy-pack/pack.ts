import type { Policies } from "@pulumi/policy";
import { policyOf, type Configured, type PackContext } from "./adapter";
import { integrityRules, type ConfigurationSource } from "./integrity";
import type { AnyRule } from "./rule";
import { RunMemory } from "./run-memory";
import { readWaivers } from "./waivers";

export interface PackOptions {
    /** The text of the waivers file; none means that nothing is waived. */
    readonly waivers?: string;
    /** The day of the run, `YYYY-MM-DD`. */
    readonly today: string;
    /** The whole configuration, where it can be seen. */
    readonly configuration?: ConfigurationSource;
}

/** The rules as CrossGuard policies, and with them the policies that watch over their configuration. */
export function policiesOf(rules: readonly AnyRule[], options: PackOptions): Policies {
    const waivable = new Map(rules.map((rule) => [rule.id, rule.waivable ?? true]));
    const waivers = readWaivers(options.waivers ?? "[]", waivable, options.today);
    const configured = new Map<string, Configured>();
    const context: PackContext = {
        memory: new RunMemory(options.today),
        waivers: waivers.active,
        configured,
    };
    const watching = integrityRules({ rules, waivers, configured, configuration: options.configuration });
    return [...rules, ...watching].map((rule) => policyOf(rule, context));
}

/** The policies that watch over the pack itself, as data, for those who list policies. */
export const watchingRules = (rules: readonly AnyRule[]): readonly AnyRule[] =>
    integrityRules({ rules, waivers: { active: [], problems: [] }, configured: new Map() });
