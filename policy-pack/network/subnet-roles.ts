import type { InterfaceKind, NetworkModel, Subnet } from "../../analysis/model/network-model";
import type { Stack } from "../stack";
import { isDatabase } from "./tiers";
import { isCalled } from "./words";

/** Every resource that lists the subnets its databases or caches are put into. */
const subnetGroupTypes = [
    "aws:rds/subnetGroup:SubnetGroup",
    "aws:docdb/subnetGroup:SubnetGroup",
    "aws:neptune/subnetGroup:SubnetGroup",
    "aws:elasticache/subnetGroup:SubnetGroup",
    "aws:memorydb/subnetGroup:SubnetGroup",
    "aws:redshift/subnetGroup:SubnetGroup",
    "aws:dax/subnetGroup:SubnetGroup",
];
const subnetTypes = ["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"];

/** Subnets that this stack manages. */
export const managedSubnets = (model: NetworkModel): readonly Subnet[] =>
    [...model.subnets.values()].filter(({ external }) => !external);

/** Subnets that hold databases or caches: by subnet groups, by what is in them, or by how they are called. */
export function databaseSubnets(stack: Stack, words: readonly string[]): readonly Subnet[] {
    const { model } = stack;
    const grouped = stack.ofType(...subnetGroupTypes).flatMap((group) => {
        const subnets = stack.references(group, "subnetIds", ...subnetTypes);
        return subnets.known ? subnets.value.map(({ urn }) => urn) : [];
    });
    const occupied = [...model.interfaces.values()].filter(isDatabase).flatMap(({ subnets }) => subnets);
    const keys = new Set([...grouped, ...occupied]);
    return managedSubnets(model).filter(({ key, record }) => keys.has(key) || isCalled(record, words));
}

const privateKinds: readonly InterfaceKind[] = [
    "autoScalingGroup",
    "instance",
    "lambda",
    "database",
    "cache",
];
const publicKinds: readonly InterfaceKind[] = [
    "natGateway",
    "applicationLoadBalancer",
    "networkLoadBalancer",
];

/**
 * Subnets that ought to be private: they are called so, or they hold hosts without public addresses
 * and neither NAT nor load balancers.
 */
export function privateSubnets(model: NetworkModel, words: readonly string[]): readonly Subnet[] {
    const holding = (subnet: Subnet) =>
        [...model.interfaces.values()].filter(({ subnets }) => subnets.includes(subnet.key));
    return managedSubnets(model).filter((subnet) => {
        if (isCalled(subnet.record, words)) {
            return true;
        }
        const held = holding(subnet);
        return (
            held.some(({ kind, publicIpv4 }) => privateKinds.includes(kind) && publicIpv4 === "no") &&
            !held.some(({ kind, publicIpv4 }) => publicKinds.includes(kind) || publicIpv4 === "yes")
        );
    });
}
