import { changed, without } from "../../support/base-network";
import { ref, resource, type Specimens, type SpecimenResource } from "../../support/specimen";

const pattern = { source: ["aws.guardduty"], "detail-type": ["GuardDuty Finding"] };
const alert: readonly SpecimenResource[] = [
    resource("aws:sns/topic:Topic", "alerts", {}),
    resource("aws:cloudwatch/eventRule:EventRule", "threats", { eventPattern: JSON.stringify(pattern) }),
    resource("aws:cloudwatch/eventTarget:EventTarget", "to-alerts", {
        rule: ref("threats", "name"),
        arn: ref("alerts", "arn"),
    }),
];

export const specimens: Specimens = {
    compliant: {
        "findings of GuardDuty": alert,
        "findings of Security Hub": changed(alert, "threats", {
            eventPattern: JSON.stringify({ source: ["aws.securityhub"] }),
        }),
        "a response plan": [resource("aws:ssmincidents/responsePlan:ResponsePlan", "plan", {})],
        "another stack sees to it": {
            config: { provided: "elsewhere" },
            resources: [resource("aws:ec2/vpc:Vpc", "vpc", {})],
        },
    },
    violating: {
        nothing: [resource("aws:ec2/vpc:Vpc", "vpc", {})],
        "findings that go nowhere": without(alert, "to-alerts"),
        "other events": changed(alert, "threats", { eventPattern: JSON.stringify({ source: ["aws.ec2"] }) }),
        "switched off": changed(alert, "threats", { state: "DISABLED" }),
        "switched off as it was once written": changed(alert, "threats", { isEnabled: false }),
    },
    undecidable: {
        "on or off, as nobody knows yet": changed(alert, "threats", { state: ref("alerts", "anything") }),
    },
};
