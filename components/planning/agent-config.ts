/** What the CloudWatch agent reports from an instance. */
export interface AgentConfig {
    /** Log group of authentication messages (sshd, sudo). */
    readonly authenticationLogGroup: string;
    readonly retentionDays: number;
    /** Metric dimension that names the fleet. */
    readonly fleet: string;
}

/**
 * The CloudWatch agent's configuration: memory and disk, which EC2 does not report by itself, and the
 * authentication messages. Amazon Linux 2023 keeps those in the journal, which the agent cannot read, so
 * rsyslog (installed by the instance's user data) writes them to `/var/log/secure`.
 * Source: CloudWatch guide, "Create the CloudWatch agent configuration file".
 */
export const agentConfig = (config: AgentConfig): string =>
    JSON.stringify({
        agent: { metrics_collection_interval: 60, run_as_user: "root" },
        metrics: {
            namespace: "CWAgent",
            append_dimensions: {
                AutoScalingGroupName: "${aws:AutoScalingGroupName}",
                InstanceId: "${aws:InstanceId}",
            },
            aggregation_dimensions: [["AutoScalingGroupName"]],
            metrics_collected: {
                mem: { measurement: ["mem_used_percent"] },
                disk: { measurement: ["used_percent"], resources: ["/"], drop_device: true },
            },
        },
        logs: {
            logs_collected: {
                files: {
                    collect_list: [
                        {
                            file_path: "/var/log/secure",
                            log_group_name: config.authenticationLogGroup,
                            log_stream_name: `${config.fleet}/{instance_id}`,
                            retention_in_days: config.retentionDays,
                        },
                    ],
                },
            },
        },
    });
