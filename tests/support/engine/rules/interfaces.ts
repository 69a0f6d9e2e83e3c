import type { Account, CloudResource } from "../account";
import { isRecord, texts } from "../property-values";
import type { Value } from "../property-values";

/** A network interface that some service keeps in a subnet. */
export interface Interface {
    readonly owner: CloudResource;
    readonly subnetId: string;
    readonly securityGroupIds: readonly string[];
    /** It has an address on the internet, so the VPC's gateway cannot leave. */
    readonly isPublic: boolean;
}

type Placement = (resource: CloudResource, account: Account) => Interface[];

const spread = (
    owner: CloudResource,
    subnets: Value | undefined,
    groups: Value | undefined,
    isPublic = false,
) => texts(subnets).map((subnetId) => ({ owner, subnetId, securityGroupIds: texts(groups), isPublic }));

const inSubnetGroup =
    (groupType: string, property: string): Placement =>
    (owner, account) => {
        const group = account
            .all()
            .find(
                ({ type, id, properties }) =>
                    type === groupType &&
                    [id, properties["name"]].includes(owner.properties[property] as string),
            );
        const [first] = texts(group?.properties["subnetIds"]);
        return spread(
            owner,
            first ?? null,
            owner.properties["vpcSecurityGroupIds"] ?? owner.properties["securityGroupIds"],
        );
    };

const placements: { readonly [type: string]: Placement } = {
    "aws:ec2/natGateway:NatGateway": (nat) =>
        spread(nat, nat.properties["subnetId"], [], nat.properties["connectivityType"] !== "private"),
    "aws:ec2/instance:Instance": (instance) =>
        spread(
            instance,
            instance.properties["subnetId"],
            instance.properties["vpcSecurityGroupIds"],
            instance.properties["associatePublicIpAddress"] === true,
        ),
    "aws:ec2/networkInterface:NetworkInterface": (card) =>
        spread(card, card.properties["subnetId"], card.properties["securityGroups"]),
    "aws:ec2/vpcEndpoint:VpcEndpoint": (endpoint) =>
        spread(endpoint, endpoint.properties["subnetIds"], endpoint.properties["securityGroupIds"]),
    "aws:ec2transitgateway/vpcAttachment:VpcAttachment": (attachment) =>
        spread(attachment, attachment.properties["subnetIds"], []),
    "aws:lb/loadBalancer:LoadBalancer": (balancer) =>
        spread(
            balancer,
            [
                ...texts(balancer.properties["subnets"]),
                ...mappedSubnets(balancer.properties["subnetMappings"]),
            ],
            balancer.properties["securityGroups"],
            balancer.properties["internal"] !== true,
        ),
    "aws:rds/instance:Instance": inSubnetGroup("aws:rds/subnetGroup:SubnetGroup", "dbSubnetGroupName"),
    "aws:elasticache/replicationGroup:ReplicationGroup": inSubnetGroup(
        "aws:elasticache/subnetGroup:SubnetGroup",
        "subnetGroupName",
    ),
    "aws:ec2transitgateway/instanceConnectEndpoint:InstanceConnectEndpoint": (endpoint) =>
        spread(endpoint, endpoint.properties["subnetId"], endpoint.properties["securityGroupIds"]),
    "aws:efs/mountTarget:MountTarget": (target) =>
        spread(target, target.properties["subnetId"], target.properties["securityGroups"]),
};

function mappedSubnets(mappings: Value | undefined): string[] {
    return Array.isArray(mappings)
        ? mappings.flatMap((mapping) => (isRecord(mapping) ? texts(mapping["subnetId"]) : []))
        : [];
}

/** Every interface there is, derived from what owns them. */
export const interfacesIn = (account: Account): Interface[] =>
    account.all().flatMap((resource) => placements[resource.type]?.(resource, account) ?? []);
