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

const network = resource("aws:ec2/vpc:Vpc", "vpc", {});
const quarantine = (inputs: SpecimenResource["inputs"] = {}) =>
    resource("aws:ec2/securityGroup:SecurityGroup", "quarantine", {
        vpcId: ref("vpc"),
        description: "Suspects",
        ...inputs,
    });
const withGroups = (...groups: readonly SpecimenResource[]) => ({
    config: { quarantine: true },
    resources: [...alert, network, ...groups],
});

export const specimens: Specimens = {
    compliant: {
        "findings of GuardDuty": alert,
        "findings of Security Hub": changed(alert, "threats", {
            eventPattern: JSON.stringify({ source: ["aws.securityhub"] }),
        }),
        "a group to cut hosts off with": withGroups(quarantine()),
        "a response plan": [resource("aws:ssmincidents/responsePlan:ResponsePlan", "plan", {})],
        "another stack sees to it": {
            config: { provided: "elsewhere" },
            resources: [resource("aws:ec2/vpc:Vpc", "vpc", {})],
        },
    },
    violating: {
        nothing: [resource("aws:ec2/vpc:Vpc", "vpc", {})],
        "no group to cut hosts off with": withGroups(),
        "one that is open": withGroups(
            quarantine({
                ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["10.0.0.0/8"] }],
            }),
        ),
        "one in another network": withGroups(
            resource("aws:ec2/vpc:Vpc", "other", {}),
            quarantine({ vpcId: ref("other") }),
        ),
        "findings that go nowhere": without(alert, "to-alerts"),
        "other events": changed(alert, "threats", { eventPattern: JSON.stringify({ source: ["aws.ec2"] }) }),
        "switched off": changed(alert, "threats", { state: "DISABLED" }),
        "switched off as it was once written": changed(alert, "threats", { isEnabled: false }),
    },
    undecidable: {
        "on or off, as nobody knows yet": changed(alert, "threats", { state: ref("alerts", "anything") }),
    },
};
