import { AwsError, textOf } from "../account";
import type { Account } from "../account";
import { contains, overlap, rangeOf } from "../address-ranges";
import { isText, texts } from "../property-values";
import type { Properties } from "../property-values";
import type { RulesByType } from "../service-rules";

const peering = "aws:ec2/vpcPeeringConnection:VpcPeeringConnection";
const accepter = "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter";
const transit = "aws:ec2transitgateway/transitGateway:TransitGateway";
const attachment = "aws:ec2transitgateway/vpcAttachment:VpcAttachment";
const transitTable = "aws:ec2transitgateway/routeTable:RouteTable";

/** Connections to other networks. They are pending until the other side accepts. */
export const interconnects: RulesByType = {
    [peering]: {
        prefix: "pcx",
        create(account, inputs) {
            const own = account.need("aws:ec2/vpc:Vpc", inputs["vpcId"]);
            const other = account.find("aws:ec2/vpc:Vpc", inputs["peerVpcId"]);
            const blocks = [own, ...(other === undefined ? [] : [other])].map((vpc) =>
                rangeOf(textOf(vpc.properties["cidrBlock"])),
            );
            if (blocks.length === 2 && overlap(blocks[0]!, blocks[1]!)) {
                throw new AwsError("VpcPeeringConnection.Failed", "The VPCs have overlapping CIDRs");
            }
            const accepted = inputs["autoAccept"] === true && other !== undefined;
            return {
                acceptStatus: accepted ? "active" : "pending-acceptance",
                peerOwnerId: ownerOf(account, inputs),
            };
        },
    },
    [accepter]: {
        id: (inputs) => textOf(inputs["vpcPeeringConnectionId"]),
        create(account, inputs) {
            const connection = account.need(peering, inputs["vpcPeeringConnectionId"]);
            if (inputs["autoAccept"] === true) {
                connection.properties = { ...connection.properties, acceptStatus: "active" };
            }
            return {
                acceptStatus: connection.properties["acceptStatus"]!,
                vpcId: connection.properties["peerVpcId"]!,
            };
        },
    },
    "aws:ec2/peeringConnectionOptions:PeeringConnectionOptions": {
        id: (inputs) => textOf(inputs["vpcPeeringConnectionId"]),
        create(account, inputs) {
            if (
                account.need(peering, inputs["vpcPeeringConnectionId"]).properties["acceptStatus"] !==
                "active"
            ) {
                throw new AwsError(
                    "OperationNotPermitted",
                    "Peering connection options need an active connection",
                );
            }
        },
    },
    [transit]: {
        prefix: "tgw",
        create: (account) => ({
            associationDefaultRouteTableId: account.issue("tgw-rtb"),
            propagationDefaultRouteTableId: account.issue("tgw-rtb"),
        }),
        replaces: (olds, news) =>
            ["defaultRouteTableAssociation", "defaultRouteTablePropagation"].some(
                (name) => olds[name] === "disable" && news[name] !== "disable",
            ),
        remove(account, { id }) {
            if (account.where(attachment, "transitGatewayId", id).length > 0) {
                throw new AwsError("IncorrectState", `${id} has non-deleted VPC Attachments`);
            }
        },
    },
    [attachment]: {
        prefix: "tgw-attach",
        create(account, inputs) {
            requireOneSubnetAZone(account, inputs);
            // A gateway of another account is unknown here; its owner must accept before the attachment carries.
            const own = account.find(transit, inputs["transitGatewayId"]);
            return {
                vpcOwnerId: account.number,
                state: own === undefined ? "pendingAcceptance" : "available",
            };
        },
        update: (account, _, inputs) => requireOneSubnetAZone(account, inputs),
        remove(account, { properties }) {
            const table = account
                .of("aws:ec2/routeTable:RouteTable")
                .filter((candidate) => candidate.properties["vpcId"] === properties["vpcId"]);
            const users = account
                .where("aws:ec2/route:Route", "transitGatewayId", properties["transitGatewayId"])
                .filter((route) => table.some(({ id }) => id === route.properties["routeTableId"]));
            if (users.length > 0) {
                throw new AwsError("IncorrectState", `routes still point to the attachment: ${users[0]!.id}`);
            }
        },
    },
    "aws:ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter": {
        id: (inputs) => textOf(inputs["transitGatewayAttachmentId"]),
        create(account, inputs) {
            const pending = account.need(attachment, inputs["transitGatewayAttachmentId"]);
            pending.properties = { ...pending.properties, state: "available" };
        },
    },
    [transitTable]: { prefix: "tgw-rtb" },
    "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation": {
        create(account, inputs) {
            const id = inputs["transitGatewayAttachmentId"];
            const type = "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation";
            if (account.where(type, "transitGatewayAttachmentId", id).length > 0) {
                throw new AwsError(
                    "Resource.AlreadyAssociated",
                    `${textOf(id)} is already associated with a route table`,
                );
            }
            requireAvailable(account, id);
        },
    },
    "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation": {
        create: (account, inputs) => requireAvailable(account, inputs["transitGatewayAttachmentId"]),
    },
    "aws:ec2transitgateway/route:Route": {
        create(account, inputs) {
            const table = inputs["transitGatewayRouteTableId"];
            const block = rangeOf(textOf(inputs["destinationCidrBlock"]));
            const twin = account
                .where("aws:ec2transitgateway/route:Route", "transitGatewayRouteTableId", table)
                .map(({ properties }) => rangeOf(textOf(properties["destinationCidrBlock"])))
                .some((other) => contains(other, block) && contains(block, other));
            if (twin) {
                throw new AwsError(
                    "RouteAlreadyExists",
                    `Route ${textOf(inputs["destinationCidrBlock"])} already exists`,
                );
            }
        },
    },
};

const ownerOf = (account: Account, inputs: Properties): string =>
    textOf(inputs["peerOwnerId"]) || account.number;

function requireOneSubnetAZone(account: Account, inputs: Properties): void {
    const zones = texts(inputs["subnetIds"]).map(
        (id) => account.need("aws:ec2/subnet:Subnet", id).properties["availabilityZoneId"],
    );
    if (new Set(zones).size < zones.length) {
        throw new AwsError(
            "DuplicateSubnetsInSameZone",
            "a transit gateway attachment takes one subnet a zone",
        );
    }
}

function requireAvailable(account: Account, id: unknown): void {
    const found = account.find(attachment, id);
    if (found !== undefined && isText(id as string) && found.properties["state"] !== "available") {
        throw new AwsError("IncorrectState", `${textOf(id)} is ${String(found.properties["state"])}`);
    }
}
