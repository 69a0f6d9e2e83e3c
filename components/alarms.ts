import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import {
    databaseAlarms,
    fleetAlarms,
    instanceAlarms,
    loadBalancerAlarms,
    natAlarms,
    recoveryAlarm,
    targetGroupAlarms,
    type AlarmPlan,
} from "./planning/alarm-plan";
import { partitionOf } from "./planning/aws-scope";

/** A fleet to watch. */
export interface WatchedFleetArgs {
    /** Name of the Auto Scaling group. */
    groupName: pulumi.Input<string>;
    /** Fewest instances that must be in service. */
    minimum: number;
}

/** A load balancer to watch. */
export interface WatchedLoadBalancerArgs {
    /** What CloudWatch calls the load balancer. */
    arnSuffix: pulumi.Input<string>;
    /** What CloudWatch calls each of its target groups. */
    targetGroupArnSuffixes: Record<string, pulumi.Input<string>>;
}

/** Arguments of Alarms. Everything watched goes by a key of your own. */
export interface AlarmsArgs {
    /** The region of what is watched. */
    region: string;
    /** The topic that alarms go to. */
    topicArn: pulumi.Input<string>;
    /** Auto Scaling groups. Defaults to none. */
    fleets?: Record<string, WatchedFleetArgs>;
    /** Ids of NAT gateways. Defaults to none. */
    natGatewayIds?: Record<string, pulumi.Input<string>>;
    /** Load balancers. Defaults to none. */
    loadBalancers?: Record<string, WatchedLoadBalancerArgs>;
    /** Identifiers of RDS instances. Defaults to none. */
    databaseIdentifiers?: Record<string, pulumi.Input<string>>;
    /** Ids of instances outside any Auto Scaling group; AWS recovers them. Defaults to none. */
    instanceIds?: Record<string, pulumi.Input<string>>;
    /** Tags of the alarms. */
    tags?: Record<string, string>;
}

/**
 * The alarms of an environment: CPU, memory, disk and status checks of the fleet, NAT's port and drop
 * counters, the load balancer's errors and unhealthy hosts, the database's storage, CPU and connections.
 *
 * Creates one CloudWatch alarm each, with a message to the topic when it fires and when it clears. Costs
 * $0.10 a month an alarm.
 * Checklist: "CloudWatch monitoring enabled", "Instance status check alarms with auto-recovery": members
 * of an Auto Scaling group are replaced by it, single instances are recovered by AWS.
 */
export class Alarms extends pulumi.ComponentResource {
    constructor(name: string, args: AlarmsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:Alarms", name, args, opts);
        const watch = (
            key: string,
            plans: readonly AlarmPlan[],
            dimensions: Dimensions,
            actions: string[] = [],
        ) => {
            for (const plan of plans) {
                raise(`${name}-${key}-${plan.key}`, plan, dimensions, actions, args, this);
            }
        };
        for (const [key, fleet] of Object.entries(args.fleets ?? {})) {
            watch(key, fleetAlarms(fleet.minimum), { AutoScalingGroupName: fleet.groupName });
        }
        for (const [key, NatGatewayId] of Object.entries(args.natGatewayIds ?? {})) {
            watch(`nat-${key}`, natAlarms, { NatGatewayId });
        }
        for (const [key, balancer] of Object.entries(args.loadBalancers ?? {})) {
            watch(key, loadBalancerAlarms, { LoadBalancer: balancer.arnSuffix });
            for (const [group, TargetGroup] of Object.entries(balancer.targetGroupArnSuffixes)) {
                watch(`${key}-${group}`, targetGroupAlarms, {
                    LoadBalancer: balancer.arnSuffix,
                    TargetGroup,
                });
            }
        }
        for (const [key, DBInstanceIdentifier] of Object.entries(args.databaseIdentifiers ?? {})) {
            watch(key, databaseAlarms, { DBInstanceIdentifier });
        }
        const recover = `arn:${partitionOf(args.region)}:automate:${args.region}:ec2:recover`;
        for (const [key, InstanceId] of Object.entries(args.instanceIds ?? {})) {
            watch(key, [recoveryAlarm], { InstanceId }, [recover]);
            watch(key, instanceAlarms, { InstanceId });
        }
        this.registerOutputs({});
    }
}

type Dimensions = Record<string, pulumi.Input<string>>;

function raise(
    name: string,
    plan: AlarmPlan,
    dimensions: Dimensions,
    actions: string[],
    args: AlarmsArgs,
    parent: pulumi.Resource,
): void {
    new cloudwatch.MetricAlarm(
        name,
        {
            alarmDescription: plan.description,
            namespace: plan.namespace,
            metricName: plan.metricName,
            dimensions,
            statistic: plan.statistic,
            period: plan.periodSeconds,
            evaluationPeriods: plan.evaluationPeriods,
            threshold: plan.threshold,
            comparisonOperator: plan.comparison,
            treatMissingData: plan.missing,
            actionsEnabled: true,
            alarmActions: [args.topicArn, ...actions],
            okActions: [args.topicArn],
            tags: args.tags,
        },
        { parent },
    );
}
