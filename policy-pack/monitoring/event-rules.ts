import type { ResourceRecord, Undecided } from "../../analysis/model/resource-record";
import { takesIn } from "../access/wildcards";
import { flag, isSet, text } from "../reading";
import type { Stack } from "../stack";

const ruleType = "aws:cloudwatch/eventRule:EventRule";

/** What an event must have, by path; each holds the values that will do. */
export type EventPattern = { readonly [part: string]: unknown };

/** The patterns of rules on the default bus that are on and lead somewhere; some may not be known yet. */
export function eventPatterns(stack: Stack): {
    readonly patterns: readonly EventPattern[];
    readonly undecided: readonly Undecided[];
} {
    const texts = stack
        .stated(ruleType)
        .filter((rule) => isOn(rule) && leadsSomewhere(stack, rule))
        .map((rule) => text(rule, "eventPattern", ""));
    return {
        patterns: texts.flatMap((found) => (found.known ? patternOf(found.value) : [])),
        undecided: texts.flatMap((found) => (found.known ? [] : [found.undecided])),
    };
}

function isOn(rule: ResourceRecord): boolean {
    const state = text(rule, "state", "ENABLED");
    const enabled = flag(rule, "isEnabled", true);
    const bus = text(rule, "eventBusName", "default");
    const isDefault = bus.known && /(^|\/)default$/.test(bus.value);
    return state.known && state.value.startsWith("ENABLED") && enabled.known && enabled.value && isDefault;
}

const leadsSomewhere = (stack: Stack, rule: ResourceRecord): boolean =>
    stack
        .referrers(rule, "aws:cloudwatch/eventTarget:EventTarget", "rule")
        .some((target) => isSet(target, "arn"));

function patternOf(written: string): EventPattern[] {
    try {
        const pattern = JSON.parse(written) as unknown;
        return typeof pattern === "object" && pattern !== null ? [pattern as EventPattern] : [];
    } catch {
        return [];
    }
}

/** Whether the pattern lets an event through that has this value at this path. What it leaves out, it lets through. */
export function admits(pattern: EventPattern, path: readonly string[], value: string): boolean {
    const [step, ...rest] = path;
    const wanted = step === undefined ? undefined : pattern[step];
    if (wanted === undefined) {
        return true;
    }
    if (rest.length > 0) {
        return typeof wanted === "object" && wanted !== null && admits(wanted as EventPattern, rest, value);
    }
    return Array.isArray(wanted) && wanted.some((one) => isValue(one, value));
}

function isValue(wanted: unknown, value: string): boolean {
    if (typeof wanted !== "object" || wanted === null) {
        return wanted === value;
    }
    const { prefix, suffix, wildcard } = wanted as { readonly [kind: string]: unknown };
    return (
        (typeof prefix === "string" && value.startsWith(prefix)) ||
        (typeof suffix === "string" && value.endsWith(suffix)) ||
        (typeof wildcard === "string" && takesIn(wildcard, value))
    );
}
