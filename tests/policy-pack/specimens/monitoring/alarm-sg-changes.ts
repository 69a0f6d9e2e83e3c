import { changed, without } from "../../support/base-network";
import { later, parameter } from "../../support/hosts";
import { calls, counted, ec2Calls, told, topic, trail } from "../../support/operations";
import { resource, type Specimens } from "../../support/specimen";

const changes = [
    "AuthorizeSecurityGroupIngress",
    "AuthorizeSecurityGroupEgress",
    "RevokeSecurityGroupIngress",
    "RevokeSecurityGroupEgress",
    "ModifySecurityGroupRules",
    "CreateSecurityGroup",
    "DeleteSecurityGroup",
];
const byFilter = [topic, ...trail(), ...counted("changes", calls(...changes))];
const byRule = [topic, ...told("changes", ec2Calls(...changes))];
const group = resource("aws:ec2/securityGroup:SecurityGroup", "web-sg", { vpcId: "vpc-11112222" });

export const specimens: Specimens = {
    compliant: {
        "a filter and an alarm": byFilter,
        "an event rule": byRule,
        "an event rule by the beginnings of names": [
            topic,
            ...told(
                "changes",
                ec2Calls(
                    ...["Authorize", "Revoke", "Modify", "Create", "Delete"].map((prefix) => ({ prefix })),
                ),
            ),
        ],
        "an event rule by wildcards": [topic, ...told("changes", ec2Calls({ wildcard: "*SecurityGroup*" }))],
        "an event rule on every call": [topic, ...told("changes", JSON.stringify({ source: ["aws.ec2"] }))],
        "half by filter, half by rule": [
            topic,
            ...trail(),
            ...counted("some", calls(...changes.slice(0, 3))),
            ...told("others", ec2Calls(...changes.slice(3))),
        ],
        "a filter on the trail of another stack": [
            topic,
            ...counted("changes", calls(...changes), { logGroupName: "/palisade/trail" }),
        ],
        "names in quotes": [
            topic,
            ...trail(),
            ...counted("changes", calls(...changes.map((name) => `"${name}"`))),
        ],
        "told by another stack": { config: { provided: "elsewhere" }, resources: [group] },
        "nothing of AWS": [],
    },
    violating: {
        nothing: [group],
        "all but changes in place": [
            topic,
            ...trail(),
            ...counted("changes", calls(...changes.filter((name) => !name.startsWith("Modify")))),
        ],
        "a filter without an alarm": without(byFilter, "changes-alarm"),
        "an alarm on another metric": changed(byFilter, "changes-alarm", { metricName: "other" }),
        "an alarm in another namespace": changed(byFilter, "changes-alarm", { namespace: "Other" }),
        "an alarm that does nothing": changed(byFilter, "changes-alarm", { alarmActions: [] }),
        "an alarm that is off": changed(byFilter, "changes-alarm", { actionsEnabled: false }),
        "a filter on another group": [
            ...changed(byFilter, "changes-filter", { logGroupName: "/elsewhere" }).filter(
                ({ name }) => name !== "events",
            ),
            resource("aws:cloudwatch/logGroup:LogGroup", "events", { name: "/trail" }),
            resource("aws:cloudwatch/logGroup:LogGroup", "other", { name: "/elsewhere" }),
        ],
        "a filter that leaves them out": [
            topic,
            ...trail(),
            ...counted("changes", calls(...changes).replaceAll("=", "!=")),
        ],
        "a rule without a target": without(byRule, "changes-target"),
        "a rule that is off": changed(byRule, "changes", { state: "DISABLED" }),
        "a rule that is off in the older way": changed(byRule, "changes", { isEnabled: false }),
        "a rule on another bus": changed(byRule, "changes", { eventBusName: "partners" }),
        "a rule on another service": [
            topic,
            ...told("changes", ec2Calls(...changes).replace('"aws.ec2"', '"aws.rds"')),
        ],
        "a rule on states, not calls": [
            topic,
            ...told(
                "changes",
                JSON.stringify({
                    source: ["aws.ec2"],
                    "detail-type": ["EC2 Instance State-change Notification"],
                }),
            ),
        ],
        "a rule that is no JSON": changed(byRule, "changes", { eventPattern: "{" }),
    },
    undecidable: {
        "a filter that is written later": [parameter, topic, ...trail(), ...counted("changes", later)],
        "a rule that is written later": [parameter, topic, ...told("changes", later)],
    },
};
