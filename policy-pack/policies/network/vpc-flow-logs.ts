import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../../fault";
import { managedSubnets } from "../../network/subnet-roles";
import { isSet, text } from "../../reading";
import { perStack, rule } from "../../rule";
import type { Stack } from "../../stack";

export const vpcFlowLogs = rule(
    {
        id: "vpc-flow-logs",
        title: "Every VPC records its traffic",
        severity: "high",
        checklist: ["network-4"],
        why: "Without flow logs nobody can tell who reached what, during an attack or after it.",
        fix: "Add an `aws.ec2.FlowLog` of the VPC with `trafficType` ALL and a destination.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-6",
    },
    perStack((stack) => {
        const logs = stack.ofType("aws:ec2/flowLog:FlowLog");
        return [
            ...logs.flatMap((log) => doubts(stack, log)),
            ...stack
                .ofType("aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc")
                .filter((vpc) => !isRecorded(stack, vpc, logs))
                .map((vpc) => violates(vpc, "has no flow log that records ALL or REJECT with a destination")),
        ];
    }),
);

const vpcTypes = ["aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc"];

function doubts(stack: Stack, log: ResourceRecord): Faults {
    const readings = [stack.references(log, "vpcId", ...vpcTypes), text(log, "trafficType")];
    return readings.flatMap((reading) =>
        reading.known ? [] : [undecidable(reading.undecided, "what the flow log records cannot be told")],
    );
}

function isRecorded(stack: Stack, vpc: ResourceRecord, logs: readonly ResourceRecord[]): boolean {
    const useful = logs.filter(recordsRejects).filter(hasDestination);
    const covers = (
        log: ResourceRecord,
        property: string,
        urn: string,
        ...types: readonly string[]
    ): boolean => {
        const named = stack.references(log, property, ...types);
        return !named.known || named.value.some((target) => target.urn === urn);
    };
    const subnets = managedSubnets(stack.model).filter((subnet) => subnet.vpc === vpc.urn);
    return (
        useful.some((log) => isSet(log, "vpcId") && covers(log, "vpcId", vpc.urn, ...vpcTypes)) ||
        (subnets.length > 0 &&
            subnets.every(({ key }) =>
                useful.some(
                    (log) => isSet(log, "subnetId") && covers(log, "subnetId", key, "aws:ec2/subnet:Subnet"),
                ),
            ))
    );
}

/** A type that is not known yet is doubted by itself. */
function recordsRejects(log: ResourceRecord): boolean {
    const type = text(log, "trafficType");
    return !type.known || ["ALL", "REJECT"].includes(type.value ?? "");
}

function hasDestination(log: ResourceRecord): boolean {
    const type = text(log, "logDestinationType", "cloud-watch-logs");
    const needsRole = type.known && type.value === "cloud-watch-logs";
    return isSet(log, "logDestination") && (!needsRole || isSet(log, "iamRoleArn"));
}
