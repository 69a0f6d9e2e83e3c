import { later, parameter } from "../../support/hosts";
import { alarm, topic } from "../../support/operations";
import { ref, resource, type Specimens, type SpecimenResource } from "../../support/specimen";

const some = (inputs: SpecimenResource["inputs"] = {}) => [topic, alarm("some", inputs)];
const composite = (inputs: SpecimenResource["inputs"]) => [
    topic,
    resource("aws:cloudwatch/compositeAlarm:CompositeAlarm", "both", { alarmRule: "ALARM(a)", ...inputs }),
];

export const specimens: Specimens = {
    compliant: {
        "an alarm": some(),
        "an alarm that is on": some({ actionsEnabled: "true" }),
        "an action that is known later": [parameter, alarm("some", { alarmActions: [later] })],
        "an alarm of alarms": composite({ alarmActions: [ref("alerts", "arn")] }),
    },
    violating: {
        "no actions": some({ alarmActions: undefined }),
        "an empty list": some({ alarmActions: [] }),
        "only good news": some({ alarmActions: undefined, okActions: [ref("alerts", "arn")] }),
        "switched off": some({ actionsEnabled: false }),
        "an alarm of alarms without": composite({}),
        "an alarm of alarms, off": composite({ alarmActions: ["arn:aws:sns:::a"], actionsEnabled: false }),
    },
    undecidable: {
        "a switch that is known later": [parameter, ...some({ actionsEnabled: later })],
    },
};
