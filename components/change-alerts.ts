import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import {
    authenticationEvents,
    changePattern,
    networkChanges,
    sshFailures,
    type AuthenticationEvent,
} from "./planning/change-events";

/** Arguments of ChangeAlerts. */
export interface ChangeAlertsArgs {
    /** The topic that alerts go to; CloudWatch and EventBridge must be allowed to publish. */
    topicArn: pulumi.Input<string>;
    /** The log group of the account's trail, for failed sign-ins. Defaults to none, and no such alarms. */
    trailLogGroupName?: pulumi.Input<string>;
    /** Log groups of hosts' authentication messages, by a key of your own, for failed SSH sign-ins. Defaults to none. */
    authenticationLogGroupNames?: Record<string, pulumi.Input<string>>;
    /** Whether to tell of every change to groups, NACLs, routes, gateways and VPCs. Defaults to true. */
    networkChanges?: boolean;
    /** Whether to tell of GuardDuty findings of severity 4 and more. Defaults to true. */
    threatFindings?: boolean;
    /** Tags of everything created. */
    tags?: Record<string, string>;
}

const namespace = "Palisade/Authentication";

/**
 * Tells people when the network's security is changed, by whomever, and when sign-ins fail.
 *
 * Creates an EventBridge rule and target for each kind of change (they fire within seconds and need a
 * trail in the region), and a metric filter with an alarm for each kind of failed sign-in. Rules on
 * AWS's own events are free; each alarm costs $0.10 a month.
 * Checklist: "Security group change alerts", "Failed authentication monitoring".
 */
export class ChangeAlerts extends pulumi.ComponentResource {
    constructor(name: string, args: ChangeAlertsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:ChangeAlerts", name, args, opts);
        if (args.networkChanges ?? true) {
            for (const events of networkChanges) {
                alertOn(name, events.key, events.title, changePattern(events), args, this);
            }
        }
        if (args.threatFindings ?? true) {
            const pattern = JSON.stringify({
                source: ["aws.guardduty"],
                "detail-type": ["GuardDuty Finding"],
                detail: { severity: [{ numeric: [">=", 4] }] },
            });
            alertOn(name, "threat-findings", "GuardDuty found a threat", pattern, args, this);
        }
        if (args.trailLogGroupName !== undefined) {
            for (const event of authenticationEvents) {
                countEvents(name, event, args.trailLogGroupName, args, this);
            }
        }
        for (const [key, logGroupName] of Object.entries(args.authenticationLogGroupNames ?? {})) {
            countEvents(name, { ...sshFailures, key: `${key}-${sshFailures.key}` }, logGroupName, args, this);
        }
        this.registerOutputs({});
    }
}

function alertOn(
    name: string,
    key: string,
    description: string,
    eventPattern: string,
    args: ChangeAlertsArgs,
    parent: pulumi.Resource,
): void {
    const rule = new cloudwatch.EventRule(
        `${name}-${key}`,
        { description, eventPattern, tags: args.tags },
        { parent },
    );
    new cloudwatch.EventTarget(
        `${name}-${key}`,
        { rule: rule.name, targetId: "alerts", arn: args.topicArn },
        { parent },
    );
}

function countEvents(
    name: string,
    event: AuthenticationEvent,
    logGroupName: pulumi.Input<string>,
    args: ChangeAlertsArgs,
    parent: pulumi.Resource,
): void {
    const metricName = `${name}-${event.key}`;
    const filter = new cloudwatch.LogMetricFilter(
        metricName,
        {
            logGroupName,
            pattern: event.pattern,
            metricTransformation: { name: metricName, namespace, value: "1", defaultValue: "0" },
        },
        { parent },
    );
    new cloudwatch.MetricAlarm(
        metricName,
        {
            alarmDescription: event.title,
            namespace,
            metricName,
            statistic: "Sum",
            period: 300,
            evaluationPeriods: 1,
            threshold: event.threshold,
            comparisonOperator: "GreaterThanOrEqualToThreshold",
            treatMissingData: "notBreaching",
            alarmActions: [args.topicArn],
            tags: args.tags,
        },
        { parent, dependsOn: filter },
    );
}
