import { unlessElsewhere } from "../../account-wide";
import { quarantineFaults } from "../../compliance/quarantine";
import { tellsOfThreats, unreadAlerts } from "../../compliance/threat-alerts";
import type { Faults } from "../../fault";
import { provided } from "../../provided";
import { perStack, rule } from "../../rule";
import { textList, toggle } from "../../settings";
import type { Stack } from "../../stack";

export const incidentResponse = rule(
    {
        id: "incident-response",
        title: "A threat that is found reaches somebody at once, who can cut the host off",
        severity: "high",
        checklist: ["compliance-4", "monitoring-4"],
        why: "A finding that only lies in a console is read weeks after the intruder has left.",
        fix: "Send GuardDuty's findings to a topic by an EventBridge rule, or add an incident response plan.",
        docs: "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html",
        config: {
            provided: provided("alerts on threats"),
            quarantine: toggle("Whether each VPC needs a group without rules for suspect hosts", false),
            standbyGroups: textList("Words that call such a group", ["quarantine"]),
        },
    },
    perStack((stack, settings): Faults => [
        ...(tellsOfThreats(stack) ? [] : untold(stack, settings.provided)),
        ...(settings.quarantine ? quarantineFaults(stack, settings.standbyGroups) : []),
    ]),
);

function untold(stack: Stack, elsewhere: "here" | "elsewhere"): Faults {
    const open = unreadAlerts(stack);
    const message = "no rule sends the findings of GuardDuty or Security Hub to anybody";
    return open.length > 0 ? open : unlessElsewhere(stack, elsewhere, message);
}
