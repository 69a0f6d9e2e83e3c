import { unheardChanges } from "../../monitoring/change-alerts";
import { provided } from "../../provided";
import { perStack, rule } from "../../rule";

export const alarmNetworkChanges = rule(
    {
        id: "alarm-network-changes",
        title: "Somebody hears of every change to network ACLs, gateways, route tables and VPCs",
        severity: "medium",
        checklist: ["monitoring-3"],
        why: "One route or gateway added by hand makes a private subnet public.",
        fix: "Add an EventBridge rule on the calls with a target, or a metric filter on the trail with an alarm.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-11",
        config: { provided: provided("alerts on changes to the network") },
    },
    perStack((stack, { provided }) =>
        provided === "elsewhere"
            ? []
            : unheardChanges(stack, ["network ACLs", "gateways", "route tables", "VPCs"]),
    ),
);
