import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { violates, type Faults } from "../../fault";
import { at, isSet } from "../../reading";
import { perResource, rule } from "../../rule";

export const noDefaultVpc = rule(
    {
        id: "no-default-vpc",
        title: "Nothing is in the default VPC",
        severity: "high",
        checklist: ["network-1"],
        why: "Every subnet of the default VPC is public, and its defaults are open.",
        fix: "Put it into a VPC of your own: set `subnetId` on instances and `vpcId` on security groups.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html",
    },
    perResource(
        [
            "aws:ec2/defaultVpc:DefaultVpc",
            "aws:ec2/defaultSubnet:DefaultSubnet",
            "aws:ec2/instance:Instance",
            "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
            "aws:ec2/securityGroup:SecurityGroup",
        ],
        (record): Faults => {
            if (/Default(Vpc|Subnet)$/.test(record.type)) {
                return [violates(record, "adopts a part of the default VPC")];
            }
            const property = record.type.endsWith("SecurityGroup") ? "vpcId" : "subnetId";
            return isPlaced(record, property)
                ? []
                : [violates(at(record, property), "is not set, so it lands in the default VPC")];
        },
    ),
);

const isPlaced = (record: ResourceRecord, property: string): boolean =>
    [property, "networkInterfaces", "primaryNetworkInterface", "launchTemplate"].some((path) =>
        isSet(record, path),
    );
