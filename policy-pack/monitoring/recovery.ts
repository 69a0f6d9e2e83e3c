import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { at, faultUnless, number, text } from "../reading";
import type { Stack } from "../stack";
import { acts, alarmType, watching, writtenActions, type Metric } from "./alarms";

const systemCheck: Metric = { namespace: "AWS/EC2", name: /^StatusCheckFailed_System$/ };

/** What EC2 does by itself, and the one check it does it for. */
const pairs = [
    { action: ":ec2:recover", metric: "StatusCheckFailed_System" },
    { action: ":ec2:reboot", metric: "StatusCheckFailed_Instance" },
];

const takes = (alarm: ResourceRecord, action: string): boolean =>
    acts(alarm) && writtenActions(alarm).some((written) => written.endsWith(action));

/** Alarms whose action EC2 refuses, or takes for nothing, on their metric. */
export const misplacedActions = (stack: Stack): Faults =>
    stack.stated(alarmType).flatMap((alarm) =>
        pairs
            .filter(({ action }) => takes(alarm, action))
            .flatMap(({ action, metric }) =>
                faultUnless(
                    text(alarm, "metricName", ""),
                    (name) => name === metric,
                    (name) => `is ${name}; "${action.slice(1)}" goes with ${metric}`,
                ),
            ),
    );

/** What keeps a single instance from being moved when its hardware fails. */
export function recoveryFaults(stack: Stack, host: ResourceRecord): Faults {
    const recovery = text(host, "maintenanceOptions.autoRecovery");
    if (recovery.known && recovery.value === "disabled") {
        return [violates(recovery.place, "is disabled, so the instance stays on hardware that fails")];
    }
    const { alarms, undecided } = watching(stack, systemCheck, "InstanceId", host);
    const recovering = alarms.filter((alarm) => takes(alarm, ":ec2:recover"));
    if (recovering.length > 0) {
        return recovering.flatMap((alarm) =>
            faultUnless(
                number(alarm, "period", 60),
                (seconds) => seconds <= 60,
                (seconds) => `is ${seconds} seconds; recovery needs 60`,
            ),
        );
    }
    return undecided.length > 0
        ? undecided.map((open) => undecidable(open, `whether it watches ${host.name} cannot be told`))
        : [violates(at(host), "has no alarm on StatusCheckFailed_System that recovers it")];
}
