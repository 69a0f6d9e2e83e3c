import { AwsError, textOf } from "../account";
import type { Account } from "../account";
import { canonical, isRecord, isText, texts } from "../property-values";
import type { Properties } from "../property-values";
import type { RulesByType } from "../service-rules";
import { hasInternetGateway, subnetVpc } from "./gateways";
import { requireGroups } from "./security-groups";

const balancer = "aws:lb/loadBalancer:LoadBalancer";
const targetGroup = "aws:lb/targetGroup:TargetGroup";
const listener = "aws:lb/listener:Listener";
const database = "aws:rds/instance:Instance";
const databaseSubnets = "aws:rds/subnetGroup:SubnetGroup";

/** What runs in the network: servers, load balancers, databases. */
export const workloads: RulesByType = {
    "aws:ec2/instance:Instance": {
        prefix: "i",
        create(account, inputs) {
            requireGroups(account, subnetVpc(account, inputs["subnetId"]), inputs["vpcSecurityGroupIds"]);
            return {
                instanceState: "running",
                privateIp: "10.0.0.10",
                primaryNetworkInterfaceId: account.issue("eni"),
            };
        },
        update: (account, _, inputs) =>
            requireGroups(account, subnetVpc(account, inputs["subnetId"]), inputs["vpcSecurityGroupIds"]),
        replaces: (olds, news) =>
            news["userDataReplaceOnChange"] === true && olds["userData"] !== news["userData"],
        remove: (_, { id, properties }) => refuseProtected(properties["disableApiTermination"], id),
    },
    "aws:ec2/networkInterface:NetworkInterface": {
        prefix: "eni",
        create: (account, inputs) =>
            requireGroups(account, subnetVpc(account, inputs["subnetId"]), inputs["securityGroups"]),
    },
    [balancer]: {
        id: (inputs, account) =>
            account.arn("elasticloadbalancing", `loadbalancer/app/${textOf(inputs["name"])}`),
        create(account, inputs, id) {
            requireGoodBalancer(account, inputs);
            return { arn: id, arnSuffix: `app/${textOf(inputs["name"])}`, zoneId: "Z35SXDOTRQ7X7K" };
        },
        update: (account, _, inputs) => requireGoodBalancer(account, inputs),
        replaces: replacesBalancer,
        remove: (_, { id, properties }) => refuseProtected(properties["enableDeletionProtection"], id),
    },
    [targetGroup]: {
        id: (inputs, account) => account.arn("elasticloadbalancing", `targetgroup/${textOf(inputs["name"])}`),
        create: (_, inputs, id) => ({ arn: id, arnSuffix: `targetgroup/${textOf(inputs["name"])}` }),
        remove(account, { id }) {
            const users = account
                .of(listener, "aws:lb/listenerRule:ListenerRule")
                .filter(({ properties }) => JSON.stringify(properties).includes(`"${id}"`));
            if (users.length > 0) {
                throw new AwsError(
                    "ResourceInUse",
                    `Target group '${id}' is currently in use by a listener or a rule`,
                );
            }
        },
    },
    [listener]: {
        create(account, inputs, id) {
            const { id: arn } = account.need(balancer, inputs["loadBalancerArn"]);
            const twin = account
                .where(listener, "loadBalancerArn", arn)
                .find(({ properties }) => Number(properties["port"]) === Number(inputs["port"]));
            if (twin !== undefined) {
                throw new AwsError(
                    "DuplicateListener",
                    `A listener already exists on port ${String(inputs["port"])}`,
                );
            }
            for (const action of actionsOf(inputs)) {
                account.need(targetGroup, action);
            }
            return { arn: account.arn("elasticloadbalancing", `listener/${id}`) };
        },
    },
    "aws:acm/certificate:Certificate": {
        create(account, inputs, id) {
            const domain = textOf(inputs["domainName"]);
            const proof = { resourceRecordName: `_${id}.${domain}.`, resourceRecordType: "CNAME" };
            return {
                arn: account.arn("acm", `certificate/${id}`),
                domainValidationOptions: [
                    { domainName: domain, ...proof, resourceRecordValue: "_x.acm-validations.aws." },
                ],
            };
        },
    },
    [databaseSubnets]: {
        id: (inputs) => textOf(inputs["name"]),
        create(account, inputs) {
            const ids = texts(inputs["subnetIds"]);
            const zones = new Set(
                ids.map((id) => account.need("aws:ec2/subnet:Subnet", id).properties["availabilityZoneId"]),
            );
            if (zones.size < 2) {
                const message =
                    "The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement: 2 zones";
                throw new AwsError("DBSubnetGroupDoesNotCoverEnoughAZs", message);
            }
            return { vpcId: subnetVpc(account, ids[0]) };
        },
        remove(account, { id }) {
            if (account.where(database, "dbSubnetGroupName", id).length > 0) {
                throw new AwsError(
                    "InvalidDBSubnetGroupStateFault",
                    `Cannot delete the subnet group '${id}': in use`,
                );
            }
        },
    },
    [database]: {
        id: (inputs) => textOf(inputs["identifier"]),
        create(account, inputs) {
            const subnets = account.need(databaseSubnets, inputs["dbSubnetGroupName"]);
            requireGroups(account, textOf(subnets.properties["vpcId"]), inputs["vpcSecurityGroupIds"]);
            const name = textOf(inputs["identifier"]);
            return {
                address: `${name}.abc.${account.region}.rds.amazonaws.com`,
                port: inputs["port"] ?? 3306,
            };
        },
        remove(_, { id, properties }) {
            refuseProtected(properties["deletionProtection"], id);
            if (
                properties["skipFinalSnapshot"] !== true &&
                !isText(properties["finalSnapshotIdentifier"] ?? null)
            ) {
                throw new AwsError("InvalidParameterCombination", "FinalDBSnapshotIdentifier is required");
            }
        },
    },
};

function refuseProtected(protection: unknown, id: string): void {
    if (protection === true) {
        throw new AwsError(
            "OperationNotPermitted",
            `${id} cannot be deleted because deletion protection is enabled`,
        );
    }
}

function requireGoodBalancer(account: Account, inputs: Properties): void {
    const mapped = mappingsOf(inputs).flatMap((mapping) => texts(mapping["subnetId"]));
    const subnets = [...texts(inputs["subnets"]), ...mapped];
    const vpcs = new Set(subnets.map((id) => subnetVpc(account, id)));
    const zones = new Set(
        subnets.map((id) => account.need("aws:ec2/subnet:Subnet", id).properties["availabilityZoneId"]),
    );
    if (vpcs.size !== 1 || zones.size < subnets.length) {
        throw new AwsError(
            "InvalidConfigurationRequest",
            "a load balancer takes one subnet a zone, all of one VPC",
        );
    }
    if (zones.size < 2 && (inputs["loadBalancerType"] ?? "application") === "application") {
        throw new AwsError(
            "ValidationError",
            "At least two subnets in two different Availability Zones must be specified",
        );
    }
    const [vpcId] = vpcs;
    if (inputs["internal"] !== true && !hasInternetGateway(account, vpcId!)) {
        throw new AwsError("InvalidSubnet", `VPC ${vpcId!} has no internet gateway`);
    }
    requireGroups(account, vpcId!, inputs["securityGroups"]);
}

/** A network load balancer's subnets and groups only grow; no balancer's mapped subnet changes in place. */
function replacesBalancer(olds: Properties, news: Properties): boolean {
    const mapped = new Map(mappingsOf(news).map((mapping) => [mapping["subnetId"], canonical(mapping)]));
    const changed = mappingsOf(olds).filter((old) => mapped.get(old["subnetId"]) !== canonical(old));
    if (news["loadBalancerType"] !== "network") {
        return changed.some((old) => mapped.has(old["subnetId"]));
    }
    const grouped = (given: Properties) => texts(given["securityGroups"]).length > 0;
    const left = texts(olds["subnets"]).filter((subnet) => !texts(news["subnets"]).includes(subnet));
    return changed.length > 0 || left.length > 0 || grouped(olds) !== grouped(news);
}

const mappingsOf = ({ subnetMappings }: Properties): Properties[] =>
    Array.isArray(subnetMappings) ? subnetMappings.filter(isRecord) : [];

function actionsOf(inputs: Properties): string[] {
    const actions = Array.isArray(inputs["defaultActions"]) ? inputs["defaultActions"] : [];
    return actions.flatMap((action) => (isRecord(action) ? texts(action["targetGroupArn"]) : []));
}
