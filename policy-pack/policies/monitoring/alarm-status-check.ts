import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { fleetType, instanceType } from "../../access/launch";
import { undecidable, violates, type Faults } from "../../fault";
import { recoveryFaults, misplacedActions } from "../../monitoring/recovery";
import { notifies, watching, type Metric, type Watching } from "../../monitoring/alarms";
import { perStack, rule } from "../../rule";
import type { Stack } from "../../stack";

const statusChecks: Metric = { namespace: "AWS/EC2", name: /^StatusCheckFailed/ };
const inService: Metric = { namespace: "AWS/AutoScaling", name: /^GroupInServiceInstances$/ };

export const alarmStatusCheck = rule(
    {
        id: "alarm-status-check",
        title: "Hosts that fail their status checks are recovered or replaced, and somebody hears of it",
        severity: "medium",
        checklist: ["monitoring-5"],
        why: "Hardware fails; without the alarm the host is gone until a customer calls.",
        fix: "Alarm on StatusCheckFailed_System with the action `ec2:recover`; for fleets, on StatusCheckFailed.",
        docs: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/UsingAlarmActions.html",
    },
    perStack((stack) => [
        ...misplacedActions(stack),
        ...stack.stated(instanceType).flatMap((host) => recoveryFaults(stack, host)),
        ...stack.ofType(fleetType).flatMap((fleet) => fleetFaults(stack, fleet)),
    ]),
);

function fleetFaults(stack: Stack, fleet: ResourceRecord): Faults {
    const found: readonly Watching[] = [statusChecks, inService].map((metric) =>
        watching(stack, metric, "AutoScalingGroupName", fleet),
    );
    if (found.some(({ alarms }) => alarms.some((alarm) => notifies(stack, alarm)))) {
        return [];
    }
    const open = found.flatMap(({ undecided }) => undecided);
    return open.length > 0
        ? open.map((undecided) => undecidable(undecided, `whether it watches ${fleet.name} cannot be told`))
        : [violates(fleet, "has no alarm that tells of failed status checks or missing instances")];
}
