import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import { dashboardBody, type DashboardGraph } from "./planning/dashboard-plan";

/** Arguments of Dashboard. What is left out has no graph. */
export interface DashboardArgs {
    /** The region of what is shown. */
    region: string;
    /** Name of the Auto Scaling group. */
    fleetGroupName?: pulumi.Input<string>;
    /** What CloudWatch calls the load balancer. */
    loadBalancerArnSuffix?: pulumi.Input<string>;
    /** Ids of NAT gateways, by a key of your own. */
    natGatewayIds?: Record<string, pulumi.Input<string>>;
    /** Identifier of the RDS instance. */
    databaseIdentifier?: pulumi.Input<string>;
}

/**
 * One page that shows how an environment is: requests and errors, the fleet, NAT, the database.
 *
 * Creates a CloudWatch dashboard of the component's name. The first three of an account are free, more
 * cost $3 a month each.
 */
export class Dashboard extends pulumi.ComponentResource {
    constructor(name: string, args: DashboardArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:Dashboard", name, args, opts);
        const dashboardBodyText = pulumi
            .all([
                args.fleetGroupName,
                args.loadBalancerArnSuffix,
                args.natGatewayIds ?? {},
                args.databaseIdentifier,
            ])
            .apply(([fleet, balancer, nat, database]) =>
                dashboardBody(args.region, [
                    ...loadBalancerGraphs(balancer),
                    ...fleetGraphs(fleet),
                    ...natGraphs(nat),
                    ...databaseGraphs(database),
                ]),
            );
        new cloudwatch.Dashboard(
            `${name}-page`,
            { dashboardName: name, dashboardBody: dashboardBodyText },
            { parent: this },
        );
        this.registerOutputs({});
    }
}

function loadBalancerGraphs(name: string | undefined): DashboardGraph[] {
    const of = (metric: string) => ["AWS/ApplicationELB", metric, "LoadBalancer", name!];
    return name === undefined
        ? []
        : [
              { title: "Requests", statistic: "Sum", metrics: [of("RequestCount")] },
              {
                  title: "Errors",
                  statistic: "Sum",
                  metrics: [of("HTTPCode_ELB_5XX_Count"), of("HTTPCode_Target_5XX_Count")],
              },
              { title: "Response time", statistic: "Average", metrics: [of("TargetResponseTime")] },
          ];
}

function fleetGraphs(name: string | undefined): DashboardGraph[] {
    const of = (namespace: string, metric: string) => [namespace, metric, "AutoScalingGroupName", name!];
    return name === undefined
        ? []
        : [
              { title: "CPU", statistic: "Average", metrics: [of("AWS/EC2", "CPUUtilization")] },
              {
                  title: "Memory and disk",
                  statistic: "Average",
                  metrics: [of("CWAgent", "mem_used_percent"), of("CWAgent", "disk_used_percent")],
              },
              {
                  title: "Instances in service",
                  statistic: "Average",
                  metrics: [of("AWS/AutoScaling", "GroupInServiceInstances")],
              },
          ];
}

function natGraphs(ids: Record<string, string>): DashboardGraph[] {
    const each = (metric: string) =>
        Object.values(ids).map((id) => ["AWS/NATGateway", metric, "NatGatewayId", id]);
    return Object.keys(ids).length === 0
        ? []
        : [
              { title: "NAT bytes out", statistic: "Sum", metrics: each("BytesOutToDestination") },
              {
                  title: "NAT trouble",
                  statistic: "Sum",
                  metrics: [...each("ErrorPortAllocation"), ...each("PacketsDropCount")],
              },
          ];
}

function databaseGraphs(identifier: string | undefined): DashboardGraph[] {
    const of = (metric: string) => ["AWS/RDS", metric, "DBInstanceIdentifier", identifier!];
    return identifier === undefined
        ? []
        : [
              { title: "Database CPU", statistic: "Average", metrics: [of("CPUUtilization")] },
              { title: "Database connections", statistic: "Maximum", metrics: [of("DatabaseConnections")] },
          ];
}
