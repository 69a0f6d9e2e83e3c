import type { Policies, ReportViolation, ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import type { Finding } from "../analysis/finding";
import { checklistText } from "./checklist";
import { controls, controlTags } from "./controls";
import { type Fault, type Faults } from "./fault";
import { findingOf, findingText } from "./finding-text";
import { remediation } from "./remediation";
import type { AnyRule } from "./rule";
import { observingPolicy, type RunMemory } from "./run-memory";
import { readSettings, type SettingsSchema } from "./settings";
import type { Stack } from "./stack";
import type { Waiver } from "./waivers";

type Policy = Policies[number];

/** What the CLI hands a policy beside the SDK's arguments: where structured findings go. */
interface FindingSink {
    readonly palisadeFindings?: Finding[];
}

/** The SDK's arguments. Whoever calls a policy by hand may leave out what says that it does not apply. */
type Handed<A extends { notApplicable: unknown }> = Omit<A, "notApplicable"> &
    Partial<Pick<A, "notApplicable">> &
    FindingSink;

export interface Configured {
    readonly settings: { readonly [name: string]: unknown };
    readonly problems: readonly string[];
}

/** What all policies of a pack share during a run. */
export interface PackContext {
    readonly memory: RunMemory;
    readonly waivers: readonly Waiver[];
    /** How each policy was last configured, and what was wrong with it; `config-integrity` tells that. */
    readonly configured: Map<string, Configured>;
}

/** The rule as the policy object that CrossGuard serves. */
export function policyOf(rule: AnyRule, context: PackContext): Policy {
    const told = new Map<string, Set<string>>();
    const judging = { rule, context, told };
    const { resource, stack } = rule.judge;
    return {
        ...metadataOf(rule),
        // A policy may have both halves: the SDK runs each at its time (server.ts).
        ...(resource === undefined ? {} : { validateResource: resourceValidation(judging, resource) }),
        ...(stack === undefined ? {} : { validateStack: stackValidation(judging, stack.bind(rule.judge)) }),
        ...(rule.remediate === undefined ? {} : { remediateResource: remediation(rule) }),
    } as Policy;
}

/** When it judges: each resource before it is created, all of them at the end, or both. */
export const kindOf = ({ judge }: AnyRule): "resource" | "stack" | "resource and stack" =>
    judge.resource === undefined ? "stack" : judge.stack === undefined ? "resource" : "resource and stack";

/** The controls of controls.json that the rule covers. */
export const controlIds = (rule: AnyRule): string[] =>
    [rule.id, ...(rule.alsoCovers ?? [])].filter((id) => controls.has(id));

function metadataOf(rule: AnyRule): Omit<Policy, "validateStack"> {
    const covered = controlIds(rule).map((id) => controls.get(id)!);
    const line = rule.checklist[0];
    return {
        name: rule.id,
        displayName: rule.title,
        description: `${rule.title}. ${rule.why}`,
        enforcementLevel: rule.enforcement ?? "mandatory",
        severity: rule.severity,
        ...(line === undefined
            ? {}
            : {
                  framework: {
                      name: "EC2 networking and security checklist",
                      version: "1",
                      reference: line,
                      specification: checklistText(line),
                  },
              }),
        tags: [...rule.checklist.map((id) => `checklist:${id}`), ...covered.flatMap(controlTags)],
        remediationSteps: rule.fix,
        url: rule.docs,
        configSchema: { properties: schemaProperties(rule.config) },
    };
}

const schemaProperties = (config: SettingsSchema): Record<string, object> =>
    Object.fromEntries(
        Object.entries(config).map(([name, { schema, description, fallback }]) => [
            name,
            { ...schema, description, default: fallback },
        ]),
    );

interface Judging {
    readonly rule: AnyRule;
    readonly context: PackContext;
    /** What the resource half has said of each URN, so that the stack half need not repeat it. */
    readonly told: Map<string, Set<string>>;
}

type ResourceHalf = NonNullable<AnyRule["judge"]["resource"]>;
type StackHalf = (stack: Stack, settings: Configured["settings"]) => Faults;

function resourceValidation(judging: Judging, half: ResourceHalf) {
    const { rule, context, told } = judging;
    return (args: Handed<ResourceValidationArgs>, reportViolation: ReportViolation): void => {
        if (rule.id === observingPolicy) {
            context.memory.remember(context.memory.record(args, isLasting(args)));
        }
        if (!half.types.has(args.type)) {
            args.notApplicable?.(`${rule.id} judges other types of resources`);
            return;
        }
        const record = context.memory.record(args, isLasting(args));
        const settings = settingsOf(judging, args);
        const faults = guarded(args.urn, () => half.judge(record, settings))
            // The stack half has more to go by, and decides what this one cannot.
            .filter((fault) => rule.judge.stack === undefined || fault.verdict === "violates");
        told.set(args.urn, new Set(faults.map(faultKey)));
        report(judging, faults, args, reportViolation);
    };
}

function stackValidation(judging: Judging, half: StackHalf) {
    const { told, context } = judging;
    return (args: Handed<StackValidationArgs>, reportViolation: ReportViolation): void => {
        const stack = context.memory.stack(args.resources, isLasting(args));
        const settings = settingsOf(judging, args);
        const faults = guarded(undefined, () => half(stack, settings)).filter(
            (fault) => !(wasToldInThisRun(stack, fault.urn) && told.get(fault.urn)?.delete(faultKey(fault))),
        );
        report(judging, faults, args, reportViolation);
    };
}

/** Who takes findings as data hands every policy the same objects, and leaves them as they are. */
const isLasting = ({ palisadeFindings }: FindingSink): boolean => palisadeFindings !== undefined;

/** The inputs of a resource are known where this run has asked resource policies about it. */
const wasToldInThisRun = (stack: Stack, urn: string | undefined): urn is string =>
    urn !== undefined && stack.record(urn)?.inputs !== undefined;

const faultKey = ({ verdict, property, message }: Fault): string =>
    JSON.stringify([verdict, property, message]);

/** Whoever calls a policy by hand may leave the configuration out; it is then judged by its defaults. */
function settingsOf(
    { rule, context }: Judging,
    args: { getConfig?<T extends object>(): T },
): Configured["settings"] {
    const { settings, problems } = readSettings(rule.config, args.getConfig?.<object>());
    context.configured.set(rule.id, { settings, problems });
    return settings;
}

/** A rule that stumbles over hostile input must neither stop the others nor let the input pass. */
function guarded(urn: string | undefined, judge: () => Faults): Faults {
    try {
        return judge();
    } catch (error) {
        const message = `the policy failed on it: ${error instanceof Error ? error.message : String(error)}`;
        const fix = "Report this as a defect of the policy pack, with the resource that causes it.";
        const place = urn === undefined ? {} : { urn };
        return [{ verdict: "undecidable", ...place, message, fix, evidence: [] }];
    }
}

function report(
    { rule, context }: Judging,
    faults: Faults,
    { palisadeFindings }: FindingSink,
    reportViolation: ReportViolation,
): void {
    for (const fault of faults.filter((found) => !isWaived(rule, found, context.waivers))) {
        const finding = findingOf(rule, fault);
        palisadeFindings?.push(finding);
        reportViolation(findingText(finding), fault.urn);
    }
}

export const isWaived = (rule: AnyRule, fault: Fault, waivers: readonly Waiver[]): boolean =>
    waivers.some((waiver) => waiver.policy === rule.id && waiver.urn === fault.urn);
