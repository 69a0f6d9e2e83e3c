import { from, type Fixture } from "../../../support/independent-policies/fixture";
import {
    anywhere,
    group,
    ingressRule,
    inline,
    older,
    v4,
} from "../../../support/independent-policies/security-groups";
import { aws } from "../../../support/independent-policies/tokens";

const described = { description: "SG rule description" };
const self = inline("0", "0", { self: "true", description: "Self Reference" }, "-1");
const outgoing = inline("0", "0", { ...v4(anywhere), description: "Allow outgoing communication" }, "-1");
const eightyUp = { fromPort: 80, toPort: 8080, cidrIpv4: "10.0.0.0/8" };

export const securityGroupText: readonly Fixture[] = [
    from("checkov", "CKV_AWS_23", {
        pass: {
            "a group and rules that say what they are for": [
                group({ description: "sg_desc", egress: [outgoing], ingress: [self] }),
            ],
            "an older rule that says what it is for": older("ingress", 3389, 3389, {
                ...v4(anywhere),
                ...described,
            }),
            "a newer rule that says what it is for": ingressRule({ ...eightyUp, ...described }),
        },
        fail: {
            "a rule that does not": [
                group({
                    description: "sg_desc",
                    egress: [outgoing, inline("0", "0", v4("10.0.0.0/0"), "-1")],
                    ingress: [self],
                }),
            ],
            "an older rule that does not": older("ingress", 3389, 3389, v4(anywhere)),
            "a newer rule that does not": ingressRule(eightyUp),
        },
    }),
    from("cdk-nag", "EC2SecurityGroupDescription", {
        pass: { "a description": [group({ description: "lorem ipsum dolor sit amet" })] },
        fail: {
            "a blank": [group({ description: " " })],
            "what Pulumi fills in": [group({ description: "Managed by Pulumi" })],
            "what Terraform fills in": [group({ description: "Managed by Terraform" })],
            "no description": [group({})],
        },
    }),
    from("trivy", "AWS-0099", {
        pass: { "a description": [group({ description: "Web servers' group" })] },
        fail: { none: [group({})] },
    }),
    from("trivy", "AWS-0124", {
        pass: { "a rule that says what it is for": ingressRule({ ...eightyUp, ...described }) },
        fail: {
            "an egress rule that does not": [
                aws("vpc:SecurityGroupEgressRule")({
                    securityGroupId: "sg-1",
                    ipProtocol: "tcp",
                    ...eightyUp,
                }),
            ],
        },
    }),
    from("prowler", "ec2_securitygroup_from_launch_wizard", {
        pass: {
            "a name by the rule": [group({ name: "prod-app-api-sg" })],
        },
        fail: { "the wizard's name": [group({ name: "launch-wizard-1" })] },
    }),
];
