import type { NetworkModel, Subnet, Vpc } from "../../../analysis/model/network-model";
import { addressesOf, addressSet, isAddressSubset } from "../../../packets/address-set";
import { cidrContains, cidrsOverlap, formatCidr, type Cidr } from "../../../packets/cidr";
import { undecidable, violates, type Faults } from "../../fault";
import { managedSubnets } from "../../network/subnet-roles";
import { perStack, rule } from "../../rule";
import { wholeNumber } from "../../settings";

/** RFC 1918 and RFC 6598. */
const privateRanges = addressesOf("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10");

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
                ...ipv4(vpc.cidrs).flatMap((cidr) => badBlock(vpc, cidr, widestPrefix, narrowestPrefix)),
            ]),
        ...managedSubnets(model).flatMap((subnet) => misplaced(subnet, model)),
        ...[...model.peeringConnections.values()].flatMap(({ record, requester, accepter }) =>
            overlap(blocksOf(model.vpcs.get(requester)), blocksOf(model.vpcs.get(accepter))).map((cidr) =>
                violates(record, `joins two VPCs that both have ${formatCidr(cidr)}`),
            ),
        ),
    ]),
);

const ipv4 = (cidrs: readonly Cidr[]): readonly Cidr[] => cidrs.filter(({ family }) => family === "ipv4");
const blocksOf = (vpc: Vpc | undefined): readonly Cidr[] => vpc?.cidrs ?? [];
const overlap = (left: readonly Cidr[], right: readonly Cidr[]): readonly Cidr[] =>
    left.filter((one) => right.some((other) => cidrsOverlap(one, other)));

function badBlock(vpc: Vpc, cidr: Cidr, widest: number, narrowest: number): Faults {
    const place = { urn: vpc.key, property: "cidrBlock" };
    const shown = formatCidr(cidr);
    return [
        ...(isAddressSubset(addressSet([cidr]), privateRanges)
            ? []
            : [violates(place, `${shown} is not private, so the real ${shown} cannot be reached`)]),
        ...(cidr.prefix >= widest && cidr.prefix <= narrowest
            ? []
            : [violates(place, `${shown} is not between /${widest} and /${narrowest}`)]),
    ];
}

function misplaced(subnet: Subnet, model: NetworkModel): Faults {
    const place = { urn: subnet.key, property: "cidrBlock" };
    const vpc = model.vpcs.get(subnet.vpc);
    const outside = ipv4(subnet.cidrs).filter(
        (cidr) => vpc !== undefined && !vpc.external && !vpc.cidrs.some((block) => cidrContains(block, cidr)),
    );
    const siblings = managedSubnets(model).filter(
        (other) => other.vpc === subnet.vpc && other.key < subnet.key,
    );
    return [
        ...outside
            .filter(() => vpc?.undecided.length === 0)
            .map((cidr) => violates(place, `${formatCidr(cidr)} is outside its VPC`)),
        ...siblings.flatMap((other) =>
            overlap(subnet.cidrs, other.cidrs).map((cidr) =>
                violates(place, `${formatCidr(cidr)} overlaps ${other.record?.name ?? other.key}`),
            ),
        ),
        ...subnet.undecided
            .filter(({ property }) => /cidr/i.test(property))
            .map((open) => undecidable(open, "whether subnets overlap cannot be told")),
    ];
}
