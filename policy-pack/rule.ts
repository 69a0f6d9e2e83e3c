import type { Enforcement, Severity } from "../analysis/finding";
import type { ResourceRecord } from "../analysis/model/resource-record";
import type { ChecklistLineId } from "./checklist";
import type { Faults } from "./fault";
import { withTwins } from "./resource-types";
import type { SettingsOf, SettingsSchema } from "./settings";
import type { Stack } from "./stack";

/**
 * How a rule judges. What one resource can show is judged before that resource is created; what
 * needs several is judged at the end of a preview. A rule with both halves lets the first speak only
 * where it is certain, for the second has the whole picture.
 */
export interface Judge<C extends SettingsSchema> {
    readonly resource?: ResourceJudge<C>;
    stack?(stack: Stack, settings: SettingsOf<C>): Faults;
}

export interface ResourceJudge<C extends SettingsSchema> {
    readonly types: TypeSet;
    judge(record: ResourceRecord, settings: SettingsOf<C>): Faults;
}

/** The resource types that a rule judges: listed, or told by how they are called. */
export interface TypeSet {
    has(type: string): boolean;
}

type JudgeOfResource<C extends SettingsSchema> = (record: ResourceRecord, settings: SettingsOf<C>) => Faults;
type JudgeOfStack<C extends SettingsSchema> = (stack: Stack, settings: SettingsOf<C>) => Faults;

/** Changes that make a resource satisfy the rule: new values by dotted path. */
export type Remedy = { readonly [path: string]: string | number | boolean };

/** One policy as data. Its id is that of a control in controls.json. */
export interface Rule<C extends SettingsSchema = SettingsSchema> {
    readonly id: string;
    readonly title: string;
    readonly severity: Severity;
    readonly checklist: readonly ChecklistLineId[];
    /** Further controls it covers beside the one it is named by. */
    readonly alsoCovers?: readonly string[];
    readonly why: string;
    readonly fix: string;
    readonly docs: string;
    /** Mandatory unless said otherwise. */
    readonly enforcement?: Enforcement;
    /** Whether policy-pack/waivers.json may except a resource from it. It may unless said otherwise. */
    readonly waivable?: boolean;
    readonly config: C;
    readonly judge: Judge<C>;
    /** A safe automatic fix, applied only where an environment sets the policy to `remediate`. */
    remediate?(record: ResourceRecord, settings: SettingsOf<C>): Remedy | undefined;
}

/** Any rule, whatever its settings; how the list of all rules is typed. */
export type AnyRule = Rule<SettingsSchema>;

type RuleDefinition<C extends SettingsSchema> = Omit<Rule<C>, "config" | "judge"> & { readonly config?: C };

/** Defines a policy by what it is and by how it judges, whose settings are typed by its `config`. */
export function rule<C extends SettingsSchema = Record<never, never>>(
    definition: RuleDefinition<C>,
    judge: Judge<C>,
): Rule<C> {
    return { ...definition, config: definition.config ?? ({} as C), judge };
}

/** Judges each resource of these types by itself. Twins (`aws:lb/` and `aws:alb/`) are included. */
export function perResource<C extends SettingsSchema>(
    types: readonly string[],
    judge: JudgeOfResource<C>,
): Judge<C> {
    return { resource: { types: withTwins(types), judge } };
}

/** Judges each resource by itself whose type is called so, in whatever package it is. */
export function perResourceCalled<C extends SettingsSchema>(
    isJudged: (type: string) => boolean,
    judge: JudgeOfResource<C>,
): Judge<C> {
    return { resource: { types: { has: isJudged }, judge } };
}

/** Judges all resources together. */
export function perStack<C extends SettingsSchema>(judge: JudgeOfStack<C>): Judge<C> {
    return { stack: judge };
}

/** Judges single resources of these types, and all of them together. */
export function perResourceAndStack<C extends SettingsSchema>(
    types: readonly string[],
    resource: JudgeOfResource<C>,
    stack: JudgeOfStack<C>,
): Judge<C> {
    return { resource: { types: withTwins(types), judge: resource }, stack };
}
