import { ref, resource, type Specimens } from "../../support/specimen";

const hub = (enableDefaultStandards?: boolean) =>
    resource("aws:securityhub/account:Account", "hub", { enableDefaultStandards });
const subscription = (standard: string) =>
    resource("aws:securityhub/standardsSubscription:StandardsSubscription", "standard", {
        standardsArn: `arn:aws:securityhub:us-east-1::standards/${standard}`,
    });
const vpc = resource("aws:ec2/vpc:Vpc", "vpc", {});

export const specimens: Specimens = {
    compliant: {
        "its own standards": [hub()],
        "AWS's standard": [hub(false), subscription("aws-foundational-security-best-practices/v/1.0.0")],
        "CIS's standard": [hub(false), subscription("cis-aws-foundations-benchmark/v/3.0.0")],
        "another stack sees to it": { config: { provided: "elsewhere" }, resources: [vpc] },
    },
    violating: {
        off: [vpc],
        "no standard": [hub(false)],
        "another standard": [hub(false), subscription("pci-dss/v/3.2.1")],
    },
    undecidable: {
        "a standard that nobody knows yet": [
            hub(false),
            resource("aws:securityhub/standardsSubscription:StandardsSubscription", "standard", {
                standardsArn: ref("hub", "anything"),
            }),
        ],
    },
};
