import { AwsError, textOf } from "../account";
import type { Account, CloudResource } from "../account";
import { canonical, isText, isUnknown, texts } from "../property-values";
import type { Properties } from "../property-values";
import type { RulesByType, ServiceRules } from "../service-rules";
import { interfacesIn } from "./interfaces";

const group = "aws:ec2/securityGroup:SecurityGroup";
const ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const peering = "aws:ec2/vpcPeeringConnection:VpcPeeringConnection";
const rulesPerDirection = 60;
const describable = /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{0,255}$/;
const sources = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"] as const;

const rule = (direction: string): ServiceRules => ({
    prefix: "sgr",
    create(account, inputs, id) {
        requireGoodRule(account, direction, inputs);
        return { securityGroupRuleId: id };
    },
    update: (account, resource, inputs) => requireGoodRule(account, direction, inputs, resource.id),
    replaces: (olds, news) => sourceKind(olds) !== sourceKind(news),
});

/** Security groups, their standalone rules, and the group that every VPC is born with. */
export const securityGroups: RulesByType = {
    [group]: {
        prefix: "sg",
        create(account, inputs) {
            requireDescription(inputs["description"]);
            const name = textOf(inputs["name"]);
            const namesakes = account.where(group, "vpcId", inputs["vpcId"]);
            if (namesakes.some(({ properties }) => properties["name"] === name)) {
                const message = `The security group '${name}' already exists for VPC '${textOf(inputs["vpcId"])}'`;
                throw new AwsError("InvalidGroup.Duplicate", message);
            }
        },
        remove(account, { id }) {
            const users = interfacesIn(account).filter(({ securityGroupIds }) =>
                securityGroupIds.includes(id),
            );
            const namers = account
                .of(ingress, egress)
                .filter(({ properties }) => properties["referencedSecurityGroupId"] === id)
                .filter(({ properties }) => properties["securityGroupId"] !== id);
            const holders = [...users.map(({ owner }) => owner.id), ...namers.map((namer) => namer.id)];
            if (holders.length > 0) {
                throw new AwsError(
                    "DependencyViolation",
                    `resource ${id} has a dependent object: ${holders.join(", ")}`,
                );
            }
            // Its own rules go with it, as AWS has it.
            for (const own of account
                .of(ingress, egress)
                .filter(({ properties }) => properties["securityGroupId"] === id)) {
                account.remove(own);
            }
        },
    },
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": {
        id: (inputs, account) => defaultGroup(account, inputs["vpcId"]).id,
        create: (account, inputs) => ({ name: defaultGroup(account, inputs["vpcId"]).properties["name"]! }),
    },
    [ingress]: rule(ingress),
    [egress]: rule(egress),
};

function defaultGroup(account: Account, vpcId: unknown): CloudResource {
    const found = account.where(group, "vpcId", vpcId).find(({ implicit }) => implicit);
    if (found === undefined) {
        throw new AwsError("InvalidVpcID.NotFound", `The vpc ID '${textOf(vpcId)}' does not exist`);
    }
    return found;
}

function requireDescription(description: unknown): void {
    if (!describable.test(textOf(description))) {
        throw new AwsError("InvalidParameterValue", `Invalid rule description: ${textOf(description)}`);
    }
}

const sourceKind = (rule: Properties): string | undefined =>
    sources.find((kind) => isText(rule[kind] ?? null) || isUnknown(rule[kind]));

/** What makes two rules the same to AWS; the description does not count. */
function packetsOf(rule: Properties): string {
    const any = String(rule["ipProtocol"]) === "-1";
    const ports = any ? [] : [String(rule["fromPort"] ?? -1), String(rule["toPort"] ?? -1)];
    return canonical([
        String(rule["ipProtocol"]).toLowerCase(),
        ...ports,
        ...sources.map((kind) => rule[kind] ?? null),
    ]);
}

/** How many rules it is in the quota of a family: a prefix list is as many as it can have entries. */
function weightOf(account: Account, rule: Properties, family: 4 | 6): number {
    if (isText(rule["prefixListId"] ?? null)) {
        const list = account.find("aws:ec2/managedPrefixList:ManagedPrefixList", rule["prefixListId"]);
        const own = (list?.properties["addressFamily"] ?? "IPv4") === `IPv${family}`;
        return own ? Number(list?.properties["maxEntries"] ?? 1) : 0;
    }
    return isText(rule[family === 4 ? "cidrIpv6" : "cidrIpv4"] ?? null) ? 0 : 1;
}

function requireGoodRule(account: Account, direction: string, inputs: Properties, ownId?: string): void {
    const owner = account.need(group, inputs["securityGroupId"]);
    requireDescription(inputs["description"]);
    requirePorts(inputs);
    const others = account.where(direction, "securityGroupId", owner.id).filter(({ id }) => id !== ownId);
    const twin = others.find(({ properties }) => packetsOf(properties) === packetsOf(inputs));
    if (twin !== undefined) {
        throw new AwsError("InvalidPermission.Duplicate", `the specified rule already exists (${twin.id})`);
    }
    for (const family of [4, 6] as const) {
        const weights = [inputs, ...others.map(({ properties }) => properties)].map((one) =>
            weightOf(account, one, family),
        );
        if (weights.reduce((sum, weight) => sum + weight, 0) > rulesPerDirection) {
            throw new AwsError(
                "RulesPerSecurityGroupLimitExceeded",
                `${owner.id} would have more than ${rulesPerDirection} rules for IPv${family}`,
            );
        }
    }
    const named = inputs["referencedSecurityGroupId"];
    if (isText(named ?? null) && !reachable(account, owner, account.need(group, named))) {
        const message = `You have specified two resources that belong to different networks: ${owner.id}, ${textOf(named)}`;
        throw new AwsError("InvalidGroup.NotFound", message);
    }
}

function requirePorts(inputs: Properties): void {
    const protocol = String(inputs["ipProtocol"]).toLowerCase();
    const from = Number(inputs["fromPort"] ?? -1);
    const to = Number(inputs["toPort"] ?? -1);
    const counted = ["tcp", "udp", "6", "17"].includes(protocol);
    if (counted && (inputs["fromPort"] === undefined || from < 0 || to > 65535 || from > to)) {
        throw new AwsError("InvalidParameterValue", `Invalid ${protocol} port range ${from}-${to}`);
    }
    if (protocol === "-1" && inputs["fromPort"] !== undefined && from !== -1) {
        throw new AwsError("InvalidParameterValue", "a rule for all protocols takes no ports");
    }
}

function reachable(account: Account, owner: CloudResource, named: CloudResource): boolean {
    const [own, other] = [owner.properties["vpcId"], named.properties["vpcId"]];
    return (
        own === other ||
        account.of(peering).some(({ properties }) => {
            const ends = [properties["vpcId"], properties["peerVpcId"]];
            return properties["acceptStatus"] === "active" && ends.includes(own!) && ends.includes(other!);
        })
    );
}

/** An interface takes groups of its own VPC, and five of them at most. */
export function requireGroups(account: Account, vpcId: string, groups: Properties[string] | undefined): void {
    const ids = texts(groups);
    if (ids.length > 5) {
        throw new AwsError(
            "SecurityGroupsPerInterfaceLimitExceeded",
            `${ids.length} groups on one interface, at most 5`,
        );
    }
    for (const id of ids) {
        if (account.need(group, id).properties["vpcId"] !== vpcId) {
            throw new AwsError("InvalidGroup.NotFound", `the security group ${id} is not in ${vpcId}`);
        }
    }
}
