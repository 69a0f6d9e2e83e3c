import { formatCidr } from "../../../packets/cidr";
import { undecidable, violates } from "../../fault";
import { blockFaults, blocksOf, ipv4, subnetFaults, overlap } from "../../network/block-faults";
import { managedSubnets } from "../../network/subnet-roles";
import { perStack, rule } from "../../rule";
import { wholeNumber } from "../../settings";

export const vpcCidrPlan = rule(
    {
        id: "vpc-cidr-plan",
        title: "VPC blocks are private and of a sane size, subnets fit in, and nothing overlaps",
        severity: "medium",
        checklist: ["network-1"],
        why: "Overlapping or public blocks cannot be routed to, and a block cannot be changed afterwards.",
        fix: "Choose a block of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10 that no peer uses.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
        config: {
            widestPrefix: wholeNumber("Shortest prefix of a VPC's block", 16),
            narrowestPrefix: wholeNumber("Longest prefix of a VPC's block", 24),
        },
    },
    perStack(({ model }, { widestPrefix, narrowestPrefix }) => [
        ...[...model.vpcs.values()]
            .filter(({ external }) => !external)
            .flatMap((vpc) => [
                ...vpc.undecided.map((open) => undecidable(open, "whether blocks overlap cannot be told")),
                ...ipv4(vpc.cidrs).flatMap((cidr) => blockFaults(vpc, cidr, widestPrefix, narrowestPrefix)),
            ]),
        ...managedSubnets(model).flatMap((subnet) => subnetFaults(subnet, model)),
        ...[...model.peeringConnections.values()].flatMap(({ record, requester, accepter }) =>
            overlap(blocksOf(model.vpcs.get(requester)), blocksOf(model.vpcs.get(accepter))).map((cidr) =>
                violates(record, `joins two VPCs that both have ${formatCidr(cidr)}`),
            ),
        ),
    ]),
);
