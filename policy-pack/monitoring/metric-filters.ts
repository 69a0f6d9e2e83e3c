import type { ResourceRecord, Undecided } from "../../analysis/model/resource-record";
import { text, type Reading } from "../reading";
import type { Stack } from "../stack";
import { acts, alarmType } from "./alarms";
import { trailGroups } from "./trails";

const filterType = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
const groupType = "aws:cloudwatch/logGroup:LogGroup";

/** The patterns of filters that end in an alarm, and of which ones nobody knows yet. */
export interface FilterPatterns {
    readonly patterns: readonly string[];
    readonly undecided: readonly Undecided[];
}

/** What is counted in the trail's log group, with an alarm that does something. */
export const trailPatterns = (stack: Stack): FilterPatterns =>
    alarmedPatterns(stack, (filter) => isOnTrail(stack, filter));

/** What is counted in any log group, with an alarm that does something. */
export const anyPatterns = (stack: Stack): FilterPatterns => alarmedPatterns(stack, () => true);

function alarmedPatterns(stack: Stack, concerns: (filter: ResourceRecord) => boolean): FilterPatterns {
    const filters = stack.stated(filterType).filter(concerns);
    const texts = filters
        .filter((filter) => isAlarmed(stack, filter))
        .map((filter) => text(filter, "pattern", ""));
    return {
        patterns: texts.flatMap((found) => (found.known ? [found.value] : [])),
        undecided: texts.flatMap((found) => (found.known ? [] : [found.undecided])),
    };
}

/** Trails of other stacks write into groups that are not seen here; those of this one are known. */
function isOnTrail(stack: Stack, filter: ResourceRecord): boolean {
    const groups = stack.references(filter, "logGroupName", groupType);
    const ofTrails = trailGroups(stack);
    return (
        ofTrails.length === 0 ||
        !groups.known ||
        groups.value.length === 0 ||
        groups.value.some((group) => ofTrails.includes(group))
    );
}

/** Whether an alarm that does something watches the very metric that the filter writes. */
function isAlarmed(stack: Stack, filter: ResourceRecord): boolean {
    const name = text(filter, "metricTransformation.name");
    const namespace = text(filter, "metricTransformation.namespace");
    return stack.stated(alarmType).some((alarm) => {
        const named = stack.references(alarm, "metricName", filterType);
        const isNamed = named.known && named.value.some(({ urn }) => urn === filter.urn);
        return (
            acts(alarm) &&
            (isNamed || isSame(name, text(alarm, "metricName"))) &&
            isSame(namespace, text(alarm, "namespace"))
        );
    });
}

const isSame = (left: Reading<string | undefined>, right: Reading<string | undefined>): boolean =>
    left.known && right.known && left.value !== undefined && left.value === right.value;

/** Whether a filter's pattern counts this API call: `{ ($.eventName = CreateVpc) || … }`. */
export const countsCall = (pattern: string, call: string): boolean =>
    [...pattern.matchAll(/\$\.eventName\s*=\s*"?([\w*]+)/g)].some(
        ([, name]) => name === call || (name!.endsWith("*") && call.startsWith(name!.slice(0, -1))),
    );
