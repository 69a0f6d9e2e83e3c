import { violates, type Faults } from "../../fault";
import { alarmType } from "../../monitoring/alarms";
import { at, faultUnless, flag, isSet } from "../../reading";
import { perResource, rule } from "../../rule";

export const alarmActions = rule(
    {
        id: "alarm-actions",
        title: "Every alarm does something",
        severity: "medium",
        checklist: ["monitoring-1"],
        why: "An alarm without an action rings where nobody is.",
        fix: "Set `alarmActions` to a topic, and leave `actionsEnabled` on.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-15",
    },
    perResource([alarmType, "aws:cloudwatch/compositeAlarm:CompositeAlarm"], (alarm): Faults => [
        ...faultUnless(
            flag(alarm, "actionsEnabled", true),
            (isOn) => isOn,
            "is off, so the alarm does nothing",
        ),
        ...(isSet(alarm, "alarmActions")
            ? []
            : [violates(at(alarm, "alarmActions"), "is empty, so nobody hears of the alarm")]),
    ]),
);
