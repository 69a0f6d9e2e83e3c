/** An alarm as CloudWatch takes it, apart from the dimensions, which are known only at run time. */
export interface AlarmPlan {
    /** Part of the alarm's name. */
    readonly key: string;
    readonly description: string;
    readonly namespace: string;
    readonly metricName: string;
    readonly statistic: "Average" | "Maximum" | "Minimum" | "Sum";
    readonly comparison: "GreaterThanThreshold" | "GreaterThanOrEqualToThreshold" | "LessThanThreshold";
    readonly threshold: number;
    readonly periodSeconds: number;
    readonly evaluationPeriods: number;
    /** What silence means: `breaching` where the metric always reports, else `notBreaching`. */
    readonly missing: "breaching" | "notBreaching" | "missing";
}

const alarm = (
    key: string,
    description: string,
    metric: [namespace: string, metricName: string, statistic: AlarmPlan["statistic"]],
    when: [comparison: AlarmPlan["comparison"], threshold: number],
    over: [periods: number, seconds: number],
    missing: AlarmPlan["missing"] = "notBreaching",
): AlarmPlan => ({
    key,
    description,
    namespace: metric[0],
    metricName: metric[1],
    statistic: metric[2],
    comparison: when[0],
    threshold: when[1],
    evaluationPeriods: over[0],
    periodSeconds: over[1],
    missing,
});

const above = "GreaterThanThreshold";

/** The seed's CPU alarm, its status check, and what EC2 reports only through the CloudWatch agent. */
export const fleetAlarms = (minimum: number): readonly AlarmPlan[] => [
    alarm("cpu", "CPU use is high", ["AWS/EC2", "CPUUtilization", "Average"], [above, 80], [2, 300]),
    alarm(
        "status-check",
        "An instance fails its status check; the load balancer replaces it",
        ["AWS/EC2", "StatusCheckFailed", "Maximum"],
        [above, 0],
        [2, 60],
    ),
    alarm(
        "in-service",
        "Fewer instances are in service than there should be",
        ["AWS/AutoScaling", "GroupInServiceInstances", "Minimum"],
        ["LessThanThreshold", minimum],
        [5, 60],
        "breaching",
    ),
    alarm(
        "memory",
        "Memory is nearly full",
        ["CWAgent", "mem_used_percent", "Average"],
        [above, 85],
        [2, 300],
    ),
    alarm(
        "disk",
        "A root disk is nearly full",
        ["CWAgent", "disk_used_percent", "Maximum"],
        [above, 80],
        [2, 300],
    ),
];

/** What a NAT gateway says when it runs out of ports or drops packets. */
export const natAlarms: readonly AlarmPlan[] = [
    alarm(
        "port-allocation",
        "NAT could not allocate a source port: too many connections to one destination",
        ["AWS/NATGateway", "ErrorPortAllocation", "Sum"],
        [above, 0],
        [1, 300],
    ),
    alarm(
        "packets-dropped",
        "NAT drops packets",
        ["AWS/NATGateway", "PacketsDropCount", "Sum"],
        [above, 100],
        [3, 300],
    ),
];

export const loadBalancerAlarms: readonly AlarmPlan[] = [
    alarm(
        "errors",
        "The load balancer itself answers with errors",
        ["AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", "Sum"],
        [above, 10],
        [2, 300],
    ),
];

export const targetGroupAlarms: readonly AlarmPlan[] = [
    alarm(
        "target-errors",
        "The application answers with errors",
        ["AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "Sum"],
        [above, 25],
        [2, 300],
    ),
    alarm(
        "unhealthy-hosts",
        "A target fails its health check",
        ["AWS/ApplicationELB", "UnHealthyHostCount", "Maximum"],
        [above, 0],
        [3, 60],
    ),
];

/** Storage counts in bytes. */
const gigabyte = 1024 ** 3;

export const databaseAlarms: readonly AlarmPlan[] = [
    alarm(
        "storage",
        "Less than 5 GB of storage are free",
        ["AWS/RDS", "FreeStorageSpace", "Minimum"],
        ["LessThanThreshold", 5 * gigabyte],
        [1, 300],
        "breaching",
    ),
    alarm(
        "cpu",
        "The database's CPU use is high",
        ["AWS/RDS", "CPUUtilization", "Average"],
        [above, 80],
        [3, 300],
    ),
    alarm(
        "connections",
        "Many connections are open",
        ["AWS/RDS", "DatabaseConnections", "Average"],
        [above, 200],
        [3, 300],
    ),
];

/** For one instance outside any Auto Scaling group. */
export const instanceAlarms: readonly AlarmPlan[] = [
    alarm("cpu", "CPU use is high", ["AWS/EC2", "CPUUtilization", "Average"], [above, 80], [2, 300]),
];

/** For the same: AWS moves it to healthy hardware by itself. */
export const recoveryAlarm: AlarmPlan = alarm(
    "recover",
    "The hardware under the instance fails; AWS moves it",
    // The seed pairs recover with StatusCheckFailed; AWS takes it for the system check only.
    ["AWS/EC2", "StatusCheckFailed_System", "Maximum"],
    [above, 0],
    [2, 60],
);
