import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { unlessElsewhere } from "../../account-wide";
import { provided } from "../../provided";
import { isSet, text, valueAt } from "../../reading";
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
    perStack((stack, settings) =>
        stack.ofType(...planTypes).length > 0 || stack.stated(ruleType).some((one) => tells(stack, one))
            ? []
            : unlessElsewhere(
                  stack,
                  settings.provided,
                  "no rule sends the findings of GuardDuty or Security Hub to anybody",
              ),
    ),
);

/** A rule on findings of threats that is on and has a target. */
function tells(stack: Stack, alert: ResourceRecord): boolean {
    const state = text(alert, "state", "ENABLED");
    const isOff = (state.known && state.value === "DISABLED") || valueAt(alert, "isEnabled") === false;
    return (
        !isOff &&
        watchesThreats(alert) &&
        stack.referrers(alert, targetType, "rule").some((target) => isSet(target, "arn"))
    );
}

function watchesThreats(alert: ResourceRecord): boolean {
    const pattern = valueAt(alert, "eventPattern");
    const written = typeof pattern === "string" ? pattern : JSON.stringify(pattern ?? {});
    return sources.some((source) => written.includes(`"${source}"`));
}
