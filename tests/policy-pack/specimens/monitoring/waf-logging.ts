import { changed } from "../../support/base-network";
import { later, parameter } from "../../support/hosts";
import { ref, resource, type Specimens } from "../../support/specimen";

const acl = resource("aws:wafv2/webAcl:WebAcl", "firewall", { scope: "REGIONAL" });
const logged = [
    acl,
    resource("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "logging", {
        resourceArn: ref("firewall", "arn"),
        logDestinationConfigs: ["arn:aws:s3:::aws-waf-logs-records"],
    }),
];
const older = (inputs: object = {}) => [resource("aws:wafregional/webAcl:WebAcl", "older", { ...inputs })];

export const specimens: Specimens = {
    compliant: {
        logged,
        "the older kind": older({ loggingConfiguration: { logDestination: "arn:aws:firehose:::a" } }),
        "no firewall": [],
    },
    violating: {
        "not logged": [acl],
        "logged to nowhere": changed(logged, "logging", { logDestinationConfigs: [] }),
        "one of two": [...logged, resource("aws:wafv2/webAcl:WebAcl", "other", { scope: "CLOUDFRONT" })],
        "the older kind": older(),
    },
    undecidable: {
        "a firewall that is named later": [parameter, ...changed(logged, "logging", { resourceArn: later })],
    },
};
