import { changed } from "../../support/base-network";
import { fleet, host, later, parameter } from "../../support/hosts";
import { alarm, topic } from "../../support/operations";
import { ref, type Specimens, type SpecimenResource } from "../../support/specimen";

const recover = "arn:aws:automate:us-east-1:ec2:recover";
const reboot = "arn:aws:automate:us-east-1:ec2:reboot";
const watched = (inputs: SpecimenResource["inputs"] = {}, of: readonly SpecimenResource[] = host()) => [
    topic,
    ...of,
    alarm("check", {
        namespace: "AWS/EC2",
        metricName: "StatusCheckFailed_System",
        dimensions: { InstanceId: ref("host") },
        period: 60,
        alarmActions: [ref("alerts", "arn"), recover],
        ...inputs,
    }),
];
const ofFleet = (inputs: SpecimenResource["inputs"] = {}) => [
    topic,
    ...fleet(),
    alarm("check", {
        namespace: "AWS/EC2",
        metricName: "StatusCheckFailed",
        dimensions: { AutoScalingGroupName: ref("fleet", "name") },
        period: 60,
        ...inputs,
    }),
];

export const specimens: Specimens = {
    compliant: {
        "a host that is recovered": watched(),
        "a host that is rebooted too": [
            ...watched(),
            alarm("reboot", {
                namespace: "AWS/EC2",
                metricName: "StatusCheckFailed_Instance",
                dimensions: { InstanceId: ref("host") },
                alarmActions: [reboot],
            }),
        ],
        "a fleet whose checks are told": ofFleet(),
        "a fleet whose missing hosts are told": ofFleet({
            namespace: "AWS/AutoScaling",
            metricName: "GroupInServiceInstances",
        }),
        "no hosts": [topic],
    },
    violating: {
        "a host without an alarm": [topic, ...host()],
        "the seed's pair, which AWS does not take": watched({ metricName: "StatusCheckFailed" }),
        "recovery upon the instance's own check": watched({ metricName: "StatusCheckFailed_Instance" }),
        "an alarm that only tells": watched({ alarmActions: [ref("alerts", "arn")] }),
        "an alarm that is off": watched({ actionsEnabled: false }),
        "every five minutes": watched({ period: 300 }),
        "of another namespace": watched({ namespace: "CWAgent" }),
        "of another host": watched({ dimensions: { InstanceId: "i-99998888" } }),
        "a reboot upon the system's check": watched({ alarmActions: [recover, reboot] }),
        "a host that must not be moved": watched(
            {},
            host({ maintenanceOptions: { autoRecovery: "disabled" } }),
        ),
        "a fleet without an alarm": [topic, ...fleet()],
        "a fleet whose alarm is for another": ofFleet({ dimensions: { AutoScalingGroupName: "other" } }),
        "a fleet whose alarm tells nobody": changed(ofFleet(), "check", { alarmActions: [] }),
    },
    undecidable: {
        "a host that is named later": [parameter, ...watched({ dimensions: { InstanceId: later } })],
        "a fleet that is named later": [
            parameter,
            ...ofFleet({ dimensions: { AutoScalingGroupName: later } }),
        ],
        "a metric that is named later, with recovery": [parameter, ...watched({ metricName: later })],
    },
};
