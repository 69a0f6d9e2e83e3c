import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as route53 from "@pulumi/aws/route53";
import * as pulumi from "@pulumi/pulumi";

/** Arguments of DnsProtection. */
export interface DnsProtectionArgs {
    /** The VPC whose questions are logged and judged. */
    vpcId: pulumi.Input<string>;
    /** Key for the log group. */
    logsKmsKeyArn: pulumi.Input<string>;
    /** Whether questions are logged. Defaults to true. */
    queryLog?: boolean;
    /** Domains, wildcards too, that get no answer. Defaults to none, and no firewall. */
    blockedDomains?: string[];
    /** Days that the log is kept. Defaults to 365. */
    logRetentionDays?: number;
    /** Tags of everything that takes them. */
    tags?: Record<string, string>;
}

/**
 * Watches the one way out that no security group closes: DNS through the VPC's own resolver.
 *
 * Creates a query log with its encrypted group and, where domains are given, a DNS firewall that answers
 * them with NXDOMAIN. Query logs cost what CloudWatch Logs takes, the firewall $0.60 per million queries.
 */
export class DnsProtection extends pulumi.ComponentResource {
    constructor(name: string, args: DnsProtectionArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:DnsProtection", name, args, opts);
        if (args.queryLog ?? true) {
            queryLog(name, args, this);
        }
        if (args.blockedDomains !== undefined && args.blockedDomains.length > 0) {
            firewall(name, args.blockedDomains, args, this);
        }
        this.registerOutputs({});
    }
}

function queryLog(name: string, args: DnsProtectionArgs, parent: pulumi.Resource): void {
    const logGroup = new cloudwatch.LogGroup(
        `${name}-queries`,
        {
            name: `/palisade/${name}/queries`,
            retentionInDays: args.logRetentionDays ?? 365,
            kmsKeyId: args.logsKmsKeyArn,
            tags: args.tags,
        },
        { parent },
    );
    const config = new route53.ResolverQueryLogConfig(
        `${name}-queries`,
        { destinationArn: logGroup.arn, tags: args.tags },
        { parent },
    );
    new route53.ResolverQueryLogConfigAssociation(
        `${name}-queries`,
        { resolverQueryLogConfigId: config.id, resourceId: args.vpcId },
        { parent },
    );
}

function firewall(name: string, domains: string[], args: DnsProtectionArgs, parent: pulumi.Resource): void {
    const list = new route53.ResolverFirewallDomainList(
        `${name}-blocked`,
        { domains, tags: args.tags },
        { parent },
    );
    const group = new route53.ResolverFirewallRuleGroup(`${name}-rules`, { tags: args.tags }, { parent });
    new route53.ResolverFirewallRule(
        `${name}-block`,
        {
            firewallRuleGroupId: group.id,
            firewallDomainListId: list.id,
            action: "BLOCK",
            blockResponse: "NXDOMAIN",
            priority: 100,
        },
        { parent },
    );
    new route53.ResolverFirewallRuleGroupAssociation(
        `${name}-rules`,
        { firewallRuleGroupId: group.id, vpcId: args.vpcId, priority: 101, tags: args.tags },
        { parent },
    );
}
