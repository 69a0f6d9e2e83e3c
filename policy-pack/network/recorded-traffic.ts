import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, type Faults } from "../fault";
import { isSet, text } from "../reading";
import type { Stack } from "../stack";
import { managedSubnets } from "./subnet-roles";

const vpcTypes = ["aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc"];

/** What keeps it open what a flow log records. */
export function undecidedRecords(stack: Stack, log: ResourceRecord): Faults {
    const readings = [stack.references(log, "vpcId", ...vpcTypes), text(log, "trafficType")];
    return readings.flatMap((reading) =>
        reading.known ? [] : [undecidable(reading.undecided, "what the flow log records cannot be told")],
    );
}

/** Whether these flow logs record a VPC, as a whole or subnet by subnet. */
export function isRecorded(stack: Stack, vpc: ResourceRecord, logs: readonly ResourceRecord[]): boolean {
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
