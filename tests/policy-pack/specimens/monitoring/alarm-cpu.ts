import { fleet, host, later, parameter } from "../../support/hosts";
import { alarm, topic } from "../../support/operations";
import { ref, resource, type Specimens, type SpecimenResource } from "../../support/specimen";

const scaling = resource("aws:autoscaling/policy:Policy", "scaling", {
    autoscalingGroupName: ref("fleet", "name"),
    policyType: "TargetTrackingScaling",
});
const cpu = (inputs: SpecimenResource["inputs"] = {}) =>
    alarm("cpu", {
        namespace: "AWS/EC2",
        metricName: "CPUUtilization",
        dimensions: { AutoScalingGroupName: ref("fleet", "name") },
        period: 300,
        threshold: 80,
        ...inputs,
    });
const ofHost = { dimensions: { InstanceId: ref("host") } };

export const specimens: Specimens = {
    compliant: {
        "a host": [topic, ...host(), cpu(ofHost)],
        "a fleet": [topic, ...fleet(), cpu()],
        "a topic by its ARN": [
            ...fleet(),
            cpu({ alarmActions: ["arn:aws:sns:us-east-1:111122223333:alerts"] }),
        ],
        "by a calculation": [
            topic,
            ...fleet(),
            alarm("load", {
                metricQueries: [
                    {
                        id: "load",
                        metric: {
                            namespace: "AWS/EC2",
                            metricName: "CPUUtilization",
                            dimensions: { AutoScalingGroupName: ref("fleet", "name") },
                        },
                    },
                ],
            }),
        ],
    },
    violating: {
        "a host without": [topic, ...host()],
        "a fleet without": [topic, ...fleet()],
        "a fleet that only scales": [topic, ...fleet(), scaling],
        "an alarm that only scales": [
            topic,
            ...fleet(),
            scaling,
            cpu({ alarmActions: [ref("scaling", "arn")] }),
        ],
        "an alarm of another metric": [topic, ...fleet(), cpu({ metricName: "NetworkIn" })],
        "an alarm of another fleet": [topic, ...fleet(), cpu({ dimensions: { AutoScalingGroupName: "b" } })],
        "an alarm of all hosts": [topic, ...fleet(), cpu({ dimensions: undefined })],
        "an alarm that is off": [topic, ...fleet(), cpu({ actionsEnabled: "false" })],
    },
    undecidable: {
        "a fleet that is named later": [
            topic,
            parameter,
            ...fleet(),
            cpu({ dimensions: { AutoScalingGroupName: later } }),
        ],
    },
};
