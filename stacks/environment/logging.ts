import { LogBucket, LogSource } from "../../components/log-bucket";
import { FlowLogs } from "../../components/flow-logs";
import { planOf } from "../../components/network/network-parts";
import { awsScope, bucketName } from "../../components/planning/aws-scope";
import { formatCidr } from "../../packets/cidr";
import { placeOf, type EnvironmentContext } from "./context";
import type { EnvironmentKeys } from "./keys";

/** Where logs of the environment's traffic go. */
export interface EnvironmentLogging {
    /** Takes the access logs of all other buckets, and has none of its own. */
    readonly accessLogs: LogBucket;
    /** Takes load balancers' logs. */
    readonly trafficLogs: LogBucket;
    readonly flowLogs: FlowLogs;
}

export function createLogging(context: EnvironmentContext, keys: EnvironmentKeys): EnvironmentLogging {
    const { name, tags, settings, network } = context;
    const scope = awsScope(settings.account, settings.region);
    const { retentionDays, flowLogs } = settings.observability;
    const forceDestroy = !settings.dataProtection.deletionProtection;
    const shared = { ...placeOf(context), retentionDays, forceDestroy, tags };
    const accessLogs = new LogBucket(`${name}-access-logs`, {
        ...shared,
        bucketName: bucketName(scope, `${name}-access-logs`),
        sources: [LogSource.S3],
    });
    return {
        accessLogs,
        trafficLogs: new LogBucket(`${name}-traffic-logs`, {
            ...shared,
            bucketName: bucketName(scope, `${name}-traffic-logs`),
            sources: [LogSource.LoadBalancer, LogSource.LogDelivery],
            accessLogBucket: accessLogs.bucket,
        }),
        flowLogs: new FlowLogs(`${name}-flow-logs`, {
            ...shared,
            ...flowLogs,
            vpcId: network.vpcId,
            logsKmsKeyArn: keys.logs.keyArn,
            accessLogBucket: accessLogs.bucket,
            applicationCidrs: applicationCidrs(context),
        }),
    };
}

/** The blocks of the tier that the application sits in, for the query that looks for strangers. */
function applicationCidrs({ settings, network }: EnvironmentContext): string[] {
    const tier = settings.groups[settings.application?.group ?? "app"]?.tier;
    return planOf(network)
        .tiers.filter(({ key }) => key === tier)
        .flatMap(({ subnets }) => subnets.map(({ cidr }) => formatCidr(cidr)));
}
