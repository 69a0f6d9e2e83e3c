import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { unlessElsewhere } from "../../account-wide";
import { undecidable, type Faults } from "../../fault";
import { provided } from "../../provided";
import { flag, isSet, text, valueAt } from "../../reading";
import { perStack, rule } from "../../rule";
import type { Stack } from "../../stack";

const ruleType = "aws:cloudwatch/eventRule:EventRule";
const targetType = "aws:cloudwatch/eventTarget:EventTarget";
const planTypes = ["aws:ssmincidents/responsePlan:ResponsePlan"];
const sources = ["aws.guardduty", "aws.securityhub"];

export const incidentResponse = rule(
    {
        id: "incident-response",
        title: "A threat that is found reaches somebody at once",
        severity: "high",
        checklist: ["compliance-4", "monitoring-4"],
        why: "A finding that only lies in a console is read weeks after the intruder has left.",
        fix: "Send GuardDuty's findings to a topic by an EventBridge rule, or add an incident response plan.",
        docs: "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html",
        config: { provided: provided("alerts on threats") },
    },
    perStack((stack, settings): Faults => {
        const alerts = stack.stated(ruleType);
        if (stack.ofType(...planTypes).length > 0 || alerts.some((alert) => tells(stack, alert))) {
            return [];
        }
        const open = alerts.flatMap(unread);
        const message = "no rule sends the findings of GuardDuty or Security Hub to anybody";
        return open.length > 0 ? open : unlessElsewhere(stack, settings.provided, message);
    }),
);

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

/** What keeps a rule from being read that may tell of threats. */
const unread = (alert: ResourceRecord): Faults =>
    [text(alert, "state"), flag(alert, "isEnabled")].flatMap((reading) =>
        reading.known || !watchesThreats(alert)
            ? []
            : [undecidable(reading.undecided, "whether it tells of threats cannot be told")],
    );
