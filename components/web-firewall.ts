import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as wafv2 from "@pulumi/aws/wafv2";
import * as pulumi from "@pulumi/pulumi";

/** Arguments of WebFirewall. */
export interface WebFirewallArgs {
    /** The load balancer to protect. */
    loadBalancerArn: pulumi.Input<string>;
    /** Requests that one address may make in five minutes, 10 or more. Defaults to 2000. */
    requestsPerFiveMinutes?: number;
    /** Managed groups that only count for now, by AWS's name of the group. Defaults to none. */
    countOnly?: string[];
    /** Key for the log group. */
    logsKmsKeyArn: pulumi.Input<string>;
    /** Days that its log is kept. Defaults to 365. */
    logRetentionDays?: number;
    /** Tags of everything created. */
    tags?: Record<string, string>;
}

/** AWS's managed rules, in the order they are asked. */
const managedGroups = [
    "AWSManagedRulesAmazonIpReputationList",
    "AWSManagedRulesCommonRuleSet",
    "AWSManagedRulesKnownBadInputsRuleSet",
    "AWSManagedRulesSQLiRuleSet",
    "AWSManagedRulesLinuxRuleSet",
];

/**
 * A web application firewall before a load balancer: a rate limit for each address, AWS's managed rules
 * against the usual attacks, and a log of every request it judged.
 *
 * Creates a web ACL, its association, an encrypted log group and the logging to it. Costs $5 a month for
 * the ACL, $1 for each of its six rules, $0.60 per million requests.
 * Seed: "Web Application Firewall (WAF) for HTTP-based attacks".
 */
export class WebFirewall extends pulumi.ComponentResource {
    /** ARN of the web ACL. */
    public readonly webAclArn: pulumi.Output<string>;

    constructor(name: string, args: WebFirewallArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:WebFirewall", name, args, opts);
        const parent = { parent: this };
        const acl = new wafv2.WebAcl(
            `${name}-acl`,
            {
                name,
                scope: "REGIONAL",
                defaultAction: { allow: {} },
                rules: [
                    rateLimit(args),
                    ...managedGroups.map((group, position) => managed(group, position, args)),
                ],
                visibilityConfig: visibility(name),
                tags: args.tags,
            },
            parent,
        );
        new wafv2.WebAclAssociation(
            `${name}-association`,
            { resourceArn: args.loadBalancerArn, webAclArn: acl.arn },
            parent,
        );
        const logGroup = new cloudwatch.LogGroup(
            `${name}-log`,
            {
                // AWS WAF writes to log groups of this prefix only.
                name: `aws-waf-logs-${name}`,
                retentionInDays: args.logRetentionDays ?? 365,
                kmsKeyId: args.logsKmsKeyArn,
                tags: args.tags,
            },
            parent,
        );
        new wafv2.WebAclLoggingConfiguration(
            `${name}-logging`,
            {
                resourceArn: acl.arn,
                logDestinationConfigs: [logGroup.arn],
                redactedFields: [
                    { singleHeader: { name: "authorization" } },
                    { singleHeader: { name: "cookie" } },
                ],
            },
            parent,
        );
        this.webAclArn = acl.arn;
        this.registerOutputs({ webAclArn: this.webAclArn });
    }
}

const visibility = (metricName: string) => ({
    metricName: metricName.replace(/[^a-zA-Z0-9]/g, ""),
    cloudwatchMetricsEnabled: true,
    sampledRequestsEnabled: true,
});

const rateLimit = (args: WebFirewallArgs) => ({
    name: "rate-limit",
    priority: 0,
    action: { block: {} },
    statement: {
        rateBasedStatement: {
            limit: args.requestsPerFiveMinutes ?? 2000,
            evaluationWindowSec: 300,
            aggregateKeyType: "IP",
        },
    },
    visibilityConfig: visibility("rateLimit"),
});

const managed = (group: string, position: number, args: WebFirewallArgs) => ({
    name: group,
    priority: (position + 1) * 10,
    overrideAction: args.countOnly?.includes(group) === true ? { count: {} } : { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: "AWS", name: group } },
    visibilityConfig: visibility(group),
});
