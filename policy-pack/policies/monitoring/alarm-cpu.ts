import { fleetType, instanceType } from "../../access/launch";
import { undecidable, violates, type Faults } from "../../fault";
import { notifies, watching, type Metric } from "../../monitoring/alarms";
import { perStack, rule } from "../../rule";

const cpu: Metric = { namespace: "AWS/EC2", name: /^CPUUtilization$/ };

/** What runs on CPUs, and the dimension that its metrics go by. */
const dimensions = { [instanceType]: "InstanceId", [fleetType]: "AutoScalingGroupName" };

export const alarmCpu = rule(
    {
        id: "alarm-cpu",
        title: "Somebody hears of a high CPU load",
        severity: "low",
        checklist: ["monitoring-1"],
        why: "A miner on a stolen host, or too few hosts, shows first in the load. Scaling tells nobody.",
        fix: "Add a CloudWatch alarm on CPUUtilization of the instance or the group, with an SNS topic.",
        docs: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/US_AlarmAtThresholdEC2.html",
    },
    perStack((stack) =>
        Object.entries(dimensions).flatMap(([type, dimension]) =>
            stack.ofType(type).flatMap((host): Faults => {
                const { alarms, undecided } = watching(stack, cpu, dimension, host);
                if (alarms.some((alarm) => notifies(stack, alarm))) {
                    return [];
                }
                return undecided.length > 0
                    ? undecided.map((open) =>
                          undecidable(open, `whether it watches ${host.name} cannot be told`),
                      )
                    : [violates(host, "has no alarm on CPUUtilization that tells somebody")];
            }),
        ),
    ),
);
