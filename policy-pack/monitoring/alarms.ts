import type { ResourceRecord, Undecided } from "../../analysis/model/resource-record";
import { blocks, flag, isSet, text, valueAt } from "../reading";
import type { Stack } from "../stack";

export const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";

/** What speaks to people, and what merely scales. */
const topicTypes = ["aws:sns/topic:Topic", "aws:sns/topicPolicy:TopicPolicy"];
const silentTypes = ["aws:autoscaling/policy:Policy", "aws:appautoscaling/policy:Policy"];

/** A metric as CloudWatch names it. */
export interface Metric {
    readonly namespace: string;
    readonly name: RegExp;
}

/** The alarms on a metric of one host or fleet, and what keeps it open whose others are. */
export interface Watching {
    readonly alarms: readonly ResourceRecord[];
    readonly undecided: readonly Undecided[];
}

/** Where an alarm names its metric: itself, or one of its queries. */
function metricPaths(alarm: ResourceRecord): readonly string[] {
    const queries = blocks(alarm, "metricQueries");
    const count = queries.known ? queries.value.length : 0;
    return ["", ...Array.from({ length: count }, (_, i) => `metricQueries[${i}].metric.`)];
}

/** Finds the alarms on a metric whose dimension is this resource. */
export function watching(stack: Stack, metric: Metric, dimension: string, of: ResourceRecord): Watching {
    const alarms: ResourceRecord[] = [];
    const undecided: Undecided[] = [];
    for (const alarm of stack.stated(alarmType)) {
        for (const path of metricPaths(alarm)) {
            const name = text(alarm, `${path}metricName`, "");
            const namespace = text(alarm, `${path}namespace`, "");
            const isMetric = [
                name.known && metric.name.test(name.value),
                namespace.known && namespace.value === metric.namespace,
            ];
            const target = stack.references(alarm, `${path}dimensions.${dimension}`, of.type);
            if (isMetric.every(Boolean) && target.known && target.value.some(({ urn }) => urn === of.urn)) {
                alarms.push(alarm);
            } else if (isMetric.every(Boolean) && !target.known) {
                undecided.push(target.undecided);
            }
        }
    }
    return { alarms, undecided };
}

/** Whether an alarm may act at all: it is not switched off, and has something to do. */
export function acts(alarm: ResourceRecord): boolean {
    const enabled = flag(alarm, "actionsEnabled", true);
    return (!enabled.known || enabled.value) && isSet(alarm, "alarmActions");
}

/** Whether an alarm tells somebody. An action that is not known yet does, unless it merely scales. */
export function notifies(stack: Stack, alarm: ResourceRecord): boolean {
    const topics = stack.references(alarm, "alarmActions", ...topicTypes);
    const silent = stack.references(alarm, "alarmActions", ...silentTypes);
    const isTold = topics.known
        ? topics.value.length > 0 || writtenActions(alarm).some((action) => action.includes(":sns:"))
        : !silent.known;
    return acts(alarm) && isTold;
}

/** The actions that are written out, for what EC2 does by itself (`…:ec2:recover`). */
export const writtenActions = (alarm: ResourceRecord): readonly string[] =>
    [valueAt(alarm, "alarmActions")].flat().filter((action) => typeof action === "string");
