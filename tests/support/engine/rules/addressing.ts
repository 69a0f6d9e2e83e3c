import { AwsError, textOf } from "../account";
import type { Account, CloudResource } from "../account";
import { canonicalBlock, contains, overlap, rangeOf } from "../address-ranges";
import { isText } from "../property-values";
import type { Properties } from "../property-values";
import type { RulesByType } from "../service-rules";
import { interfacesIn } from "./interfaces";

const vpcType = "aws:ec2/vpc:Vpc";
const subnetType = "aws:ec2/subnet:Subnet";
const associationType = "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";

/** The zones of the simulated region, by the id that is the same in every account. */
const zones: { readonly [id: string]: string } = {
    "use1-az1": "us-east-1a",
    "use1-az2": "us-east-1b",
    "use1-az3": "us-east-1c",
    "use1-az4": "us-east-1d",
    "use1-az5": "us-east-1e",
    "use1-az6": "us-east-1f",
};

/** VPCs, their address blocks and their subnets. */
export const addressing: RulesByType = {
    [vpcType]: {
        prefix: "vpc",
        create(account, inputs, id) {
            requireMask(textOf(inputs["cidrBlock"]), "InvalidVpc.Range");
            return { ...madeWithVpc(account, id), ...ipv6Of(account, inputs) };
        },
        update: (account, resource, inputs) =>
            isText(resource.properties["ipv6CidrBlock"] ?? null) ? {} : ipv6Of(account, inputs),
        unsettles: (olds, news) =>
            olds["assignGeneratedIpv6CidrBlock"] === news["assignGeneratedIpv6CidrBlock"]
                ? []
                : ["ipv6AssociationId", "ipv6CidrBlock"],
        replaces: (olds, news) =>
            olds["instanceTenancy"] !== news["instanceTenancy"] && olds["instanceTenancy"] !== "dedicated",
        remove(account, vpc) {
            const holders = account
                .all()
                .filter(
                    ({ properties, implicit, type }) =>
                        !implicit && !isLabel(type) && inVpc(properties, vpc.id),
                );
            refuseWhile(holders, `The vpc '${vpc.id}' has dependencies and cannot be deleted`);
            for (const made of account
                .all()
                .filter(({ implicit, properties }) => implicit && inVpc(properties, vpc.id))) {
                account.remove(made);
            }
        },
    },
    [subnetType]: {
        prefix: "subnet",
        create(account, inputs) {
            const vpc = account.need(vpcType, inputs["vpcId"]);
            const zone = zoneOf(inputs);
            requireRoom(account, vpc, inputs);
            requireIpv6Room(account, vpc, inputs);
            return zone;
        },
        update(account, subnet, inputs) {
            const vpc = account.need(vpcType, inputs["vpcId"]);
            requireIpv6Room(account, vpc, inputs, subnet.id);
        },
        remove(account, subnet) {
            const members = interfacesIn(account).filter(({ subnetId }) => subnetId === subnet.id);
            if (members.length > 0) {
                const owners = members.map(({ owner }) => owner.id).join(", ");
                const message = `The subnet '${subnet.id}' has dependencies and cannot be deleted: ${owners}`;
                throw new AwsError("DependencyViolation", message);
            }
        },
    },
    [associationType]: {
        prefix: "vpc-cidr-assoc",
        create(account, inputs) {
            const vpc = account.need(vpcType, inputs["vpcId"]);
            const block = rangeOf(textOf(inputs["cidrBlock"]));
            requireMask(textOf(inputs["cidrBlock"]), "InvalidVpc.Range");
            if (blocksOf(account, vpc).some((other) => overlap(block, other))) {
                throw new AwsError(
                    "InvalidVpc.Range",
                    `The CIDR '${String(inputs["cidrBlock"])}' overlaps the VPC's`,
                );
            }
        },
        remove(account, association) {
            const block = rangeOf(textOf(association.properties["cidrBlock"]));
            const users = account
                .where(subnetType, "vpcId", association.properties["vpcId"])
                .filter(({ properties }) => contains(block, rangeOf(textOf(properties["cidrBlock"]))));
            refuseWhile(users, `The vpc CIDR '${association.id}' is in use`);
        },
    },
};

/** Tags and reports on a VPC do not keep it. */
const isLabel = (type: string): boolean => type === "aws:ec2/flowLog:FlowLog" || type === "aws:ec2/tag:Tag";

const inVpc = (properties: Properties, vpcId: string): boolean =>
    [properties["vpcId"], properties["peerVpcId"]].includes(vpcId);

function refuseWhile(holders: readonly CloudResource[], message: string): void {
    if (holders.length > 0) {
        throw new AwsError("DependencyViolation", `${message}: ${holders.map(({ id }) => id).join(", ")}`);
    }
}

function requireMask(cidr: string, code: string): void {
    const { prefix } = rangeOf(cidr);
    if (prefix < 16 || prefix > 28) {
        throw new AwsError(code, `The CIDR '${cidr}' is invalid: between /16 and /28`);
    }
}

/** What every VPC is born with: a security group, an ACL and a route table that cannot be deleted. */
function madeWithVpc(account: Account, vpcId: string): Properties {
    const group = account.issue("sg");
    const acl = account.issue("acl");
    const table = account.issue("rtb");
    const implicit = true;
    const made = (type: string, id: string, properties: Properties = {}) =>
        account.put({ type, id, implicit, properties: { ...properties, vpcId } });
    made("aws:ec2/securityGroup:SecurityGroup", group, { name: "default" });
    made("aws:ec2/networkAcl:NetworkAcl", acl);
    made("aws:ec2/routeTable:RouteTable", table);
    return {
        defaultSecurityGroupId: group,
        defaultNetworkAclId: acl,
        defaultRouteTableId: table,
        mainRouteTableId: table,
        dhcpOptionsId: "dopt-default",
    };
}

function ipv6Of(account: Account, inputs: Properties): Properties {
    if (inputs["assignGeneratedIpv6CidrBlock"] !== true) {
        return { ipv6CidrBlock: "", ipv6AssociationId: "" };
    }
    const taken = account.of(vpcType).map(({ properties }) => properties["ipv6CidrBlock"]);
    const free = Array.from({ length: 256 }, (_, slot) => `2600:1f18:0:${(slot * 256).toString(16)}::/56`)
        .map(canonicalBlock)
        .find((block) => !taken.includes(block));
    return { ipv6CidrBlock: free!, ipv6AssociationId: account.issue("vpc-cidr-assoc") };
}

function zoneOf(inputs: Properties): Properties {
    const [id, name] =
        Object.entries(zones).find(
            ([zone, local]) => zone === inputs["availabilityZoneId"] || local === inputs["availabilityZone"],
        ) ?? [];
    if (id === undefined || name === undefined) {
        const asked = String(inputs["availabilityZoneId"] ?? inputs["availabilityZone"]);
        throw new AwsError(
            "InvalidParameterValue",
            `Value (${asked}) for parameter availabilityZone is invalid`,
        );
    }
    return { availabilityZone: name, availabilityZoneId: id };
}

function blocksOf(account: Account, vpc: CloudResource) {
    const added = account
        .where(associationType, "vpcId", vpc.id)
        .map(({ properties }) => properties["cidrBlock"]);
    return [vpc.properties["cidrBlock"], ...added].map((cidr) => rangeOf(textOf(cidr)));
}

function requireRoom(account: Account, vpc: CloudResource, inputs: Properties): void {
    const cidr = textOf(inputs["cidrBlock"]);
    requireMask(cidr, "InvalidSubnet.Range");
    if (!blocksOf(account, vpc).some((block) => contains(block, rangeOf(cidr)))) {
        throw new AwsError("InvalidSubnet.Range", `The CIDR '${cidr}' is invalid: outside the VPC`);
    }
    const others = account.where(subnetType, "vpcId", vpc.id);
    const clash = others.find(({ properties }) =>
        overlap(rangeOf(cidr), rangeOf(textOf(properties["cidrBlock"]))),
    );
    if (clash !== undefined) {
        throw new AwsError(
            "InvalidSubnet.Conflict",
            `The CIDR '${cidr}' conflicts with another subnet (${clash.id})`,
        );
    }
}

function requireIpv6Room(account: Account, vpc: CloudResource, inputs: Properties, ownId?: string): void {
    const asked = inputs["ipv6CidrBlock"];
    if (!isText(asked ?? null)) {
        return;
    }
    const cidr = textOf(asked);
    const whole = textOf(vpc.properties["ipv6CidrBlock"]);
    if (whole === "" || rangeOf(cidr).prefix !== 64 || !contains(rangeOf(whole), rangeOf(cidr))) {
        throw new AwsError(
            "InvalidSubnet.Range",
            `The IPv6 CIDR '${cidr}' is no /64 of the VPC's '${whole}'`,
        );
    }
    const clash = account
        .where(subnetType, "vpcId", vpc.id)
        .filter(({ id }) => id !== ownId)
        .find(({ properties }) => {
            const other = textOf(properties["ipv6CidrBlock"]);
            return other !== "" && overlap(rangeOf(cidr), rangeOf(other));
        });
    if (clash !== undefined) {
        throw new AwsError("InvalidSubnet.Conflict", `The IPv6 CIDR '${cidr}' conflicts with ${clash.id}`);
    }
}
