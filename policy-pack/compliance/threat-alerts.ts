import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, type Faults } from "../fault";
import { flag, isSet, text, valueAt } from "../reading";
import type { Stack } from "../stack";

const ruleType = "aws:cloudwatch/eventRule:EventRule";
const targetType = "aws:cloudwatch/eventTarget:EventTarget";
const planType = "aws:ssmincidents/responsePlan:ResponsePlan";
const sources = ["aws.guardduty", "aws.securityhub"];

/** Whether findings of threats reach somebody: by an event rule with a target, or by a response plan. */
export const tellsOfThreats = (stack: Stack): boolean =>
    stack.ofType(planType).length > 0 || stack.stated(ruleType).some((alert) => tells(stack, alert));

/** What keeps rules from being read that may tell of threats. */
export const unreadAlerts = (stack: Stack): Faults => stack.stated(ruleType).flatMap(unread);

/** A rule on findings of threats that is on and has a target. */
function tells(stack: Stack, alert: ResourceRecord): boolean {
    const [state, older] = [text(alert, "state", "ENABLED"), flag(alert, "isEnabled", true)];
    const isOn = state.known && state.value !== "DISABLED" && older.known && older.value;
    return (
        isOn &&
        watchesThreats(alert) &&
        stack.referrers(alert, targetType, "rule").some((target) => isSet(target, "arn"))
    );
}

function watchesThreats(alert: ResourceRecord): boolean {
    const pattern = valueAt(alert, "eventPattern");
    const written = typeof pattern === "string" ? pattern : JSON.stringify(pattern ?? {});
    return sources.some((source) => written.includes(`"${source}"`));
}

const unread = (alert: ResourceRecord): Faults =>
    [text(alert, "state"), flag(alert, "isEnabled")].flatMap((reading) =>
        reading.known || !watchesThreats(alert)
            ? []
            : [undecidable(reading.undecided, "whether it tells of threats cannot be told")],
    );
