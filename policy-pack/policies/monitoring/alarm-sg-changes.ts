import { unheardChanges } from "../../monitoring/change-alerts";
import { provided } from "../../provided";
import { perStack, rule } from "../../rule";

export const alarmSgChanges = rule(
    {
        id: "alarm-sg-changes",
        title: "Somebody hears of every change to a security group",
        severity: "medium",
        checklist: ["monitoring-3", "compliance-2"],
        why: "A rule added by hand opens the network past every review, and past the next preview too.",
        fix: "Add an EventBridge rule on the calls with a target, or a metric filter on the trail with an alarm.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-10",
        config: { provided: provided("alerts on changes to security groups") },
    },
    perStack((stack, { provided }) =>
        provided === "elsewhere" ? [] : unheardChanges(stack, ["security groups"]),
    ),
);
