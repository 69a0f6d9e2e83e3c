import type { NetworkModel, Subnet, Vpc } from "../../analysis/model/network-model";
import { addressesOf, addressSet, isAddressSubset } from "../../packets/address-set";
import { cidrContains, cidrsOverlap, formatCidr, type Cidr } from "../../packets/cidr";
import { undecidable, violates, type Faults } from "../fault";
import { managedSubnets } from "./subnet-roles";

/** RFC 1918 and RFC 6598. */
const privateRanges = addressesOf("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10");

export const ipv4 = (cidrs: readonly Cidr[]): readonly Cidr[] =>
    cidrs.filter(({ family }) => family === "ipv4");

export const blocksOf = (vpc: Vpc | undefined): readonly Cidr[] => vpc?.cidrs ?? [];

/** The blocks of the left that share addresses with one of the right. */
export const overlap = (left: readonly Cidr[], right: readonly Cidr[]): readonly Cidr[] =>
    left.filter((one) => right.some((other) => cidrsOverlap(one, other)));

/** What is wrong with a block of a VPC by itself. */
export function blockFaults(vpc: Vpc, cidr: Cidr, widest: number, narrowest: number): Faults {
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

/** What is wrong with where a subnet lies. */
export function subnetFaults(subnet: Subnet, model: NetworkModel): Faults {
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
