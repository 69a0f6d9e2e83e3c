import { violates, type Faults } from "../../fault";
import { referrers } from "../../network/address-users";
import { isCalled } from "../../network/words";
import { isSet } from "../../reading";
import { perStack, rule } from "../../rule";
import { textList } from "../../settings";

export const eipUsage = rule(
    {
        id: "eip-usage",
        title: "Elastic IPs are used, and by NAT, load balancers and bastions only",
        severity: "medium",
        checklist: ["network-5"],
        why: "Every public address costs $3.60 a month and can be attacked; an idle one may be attached to anything.",
        fix: "Release the address, or use it for a NAT gateway or a network load balancer.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-12",
        config: {
            publicHosts: textList("Words that call hosts which need a public address", ["bastion", "nat"]),
        },
    },
    perStack((stack, { publicHosts }) =>
        stack.ofType("aws:ec2/eip:Eip").flatMap((address): Faults => {
            const names = (type: string, property: string): boolean =>
                referrers(stack, address, type, property).length > 0;
            if (
                names("aws:ec2/natGateway:NatGateway", "allocationId") ||
                names("aws:ec2/natGateway:NatGateway", "secondaryAllocationIds") ||
                names("aws:ec2/natGateway:NatGateway", "availabilityZoneAddresses") ||
                names("aws:lb/loadBalancer:LoadBalancer", "subnetMappings")
            ) {
                return [];
            }
            const associations = referrers(
                stack,
                address,
                "aws:ec2/eipAssociation:EipAssociation",
                "allocationId",
            );
            const onHost =
                associations.length > 0 || isSet(address, "instance") || isSet(address, "networkInterface");
            const isMeant = [address, ...associations].some((record) => isCalled(record, publicHosts));
            if (isMeant) {
                return [];
            }
            return [violates(address, onHost ? "gives a host a public address" : "is attached to nothing")];
        }),
    ),
);
