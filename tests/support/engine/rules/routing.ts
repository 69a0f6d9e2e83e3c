import { AwsError, textOf } from "../account";
import type { Account } from "../account";
import { canonicalBlock } from "../address-ranges";
import { isText } from "../property-values";
import type { Properties } from "../property-values";
import type { RulesByType } from "../service-rules";
import { subnetVpc } from "./gateways";

const table = "aws:ec2/routeTable:RouteTable";
const route = "aws:ec2/route:Route";
const association = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const adoptedTable = "aws:ec2/defaultRouteTable:DefaultRouteTable";
const mainAssociation = "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation";

const targets: { readonly [property: string]: readonly string[] } = {
    gatewayId: ["aws:ec2/internetGateway:InternetGateway", "aws:ec2/vpnGateway:VpnGateway"],
    natGatewayId: ["aws:ec2/natGateway:NatGateway"],
    egressOnlyGatewayId: ["aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway"],
    vpcPeeringConnectionId: ["aws:ec2/vpcPeeringConnection:VpcPeeringConnection"],
    transitGatewayId: [],
    networkInterfaceId: ["aws:ec2/networkInterface:NetworkInterface"],
    vpcEndpointId: ["aws:ec2/vpcEndpoint:VpcEndpoint"],
};

/** Route tables, what follows them, and what stands in them. */
export const routing: RulesByType = {
    [table]: {
        prefix: "rtb",
        remove(account, { id }) {
            const followers = account
                .of(association, mainAssociation)
                .filter(({ properties }) => properties["routeTableId"] === id);
            if (followers.length > 0) {
                throw new AwsError(
                    "DependencyViolation",
                    `The routeTable '${id}' has dependencies and cannot be deleted`,
                );
            }
        },
    },
    [route]: {
        prefix: "r",
        create(account, inputs) {
            const owner = tableOf(account, inputs["routeTableId"]);
            const wanted = destinationOf(inputs);
            const twin = account
                .where(route, "routeTableId", inputs["routeTableId"])
                .find(({ properties }) => destinationOf(properties) === wanted);
            if (twin !== undefined) {
                throw new AwsError("RouteAlreadyExists", `The route identified by ${wanted} already exists`);
            }
            requireTarget(account, owner, inputs);
            return { origin: "CreateRoute", state: "active" };
        },
        update: (account, resource, inputs) =>
            requireTarget(account, tableOf(account, resource.properties["routeTableId"]), inputs),
    },
    [association]: {
        prefix: "rtbassoc",
        create(account, inputs) {
            const vpcId = tableOf(account, inputs["routeTableId"]);
            if (!isText(inputs["subnetId"] ?? null)) {
                return;
            }
            if (subnetVpc(account, inputs["subnetId"]) !== vpcId) {
                throw new AwsError(
                    "InvalidParameterValue",
                    "Route table and subnet belong to different networks",
                );
            }
            if (account.where(association, "subnetId", inputs["subnetId"]).length > 0) {
                throw new AwsError(
                    "Resource.AlreadyAssociated",
                    `the specified association for ${String(inputs["subnetId"])} conflicts with an existing association`,
                );
            }
        },
        update: (account, _, inputs) => void tableOf(account, inputs["routeTableId"]),
    },
    [adoptedTable]: {
        id: (inputs) => textOf(inputs["defaultRouteTableId"]),
        create: (account, inputs) => ({ vpcId: tableOf(account, inputs["defaultRouteTableId"]) }),
    },
    [mainAssociation]: { prefix: "rtbassoc" },
};

/** The VPC of a route table. */
function tableOf(account: Account, id: unknown): string {
    return textOf(account.need(table, id).properties["vpcId"]);
}

function destinationOf(route: Properties): string {
    const block = route["destinationCidrBlock"] ?? route["destinationIpv6CidrBlock"];
    return isText(block ?? null) ? canonicalBlock(textOf(block)) : textOf(route["destinationPrefixListId"]);
}

/** The target exists, is ready, and belongs to the table's VPC. */
function requireTarget(account: Account, vpcId: string, inputs: Properties): void {
    for (const [property, types] of Object.entries(targets)) {
        const id = inputs[property];
        if (!isText(id ?? null) || id === "local") {
            continue;
        }
        // A transit gateway may be another account's; its attachment is what a route needs.
        if (property === "transitGatewayId") {
            requireAttachment(account, textOf(id), vpcId);
            continue;
        }
        const target = types.map((type) => account.find(type, id)).find((found) => found !== undefined);
        if (target === undefined) {
            throw new AwsError(
                "InvalidParameterValue",
                `the route's ${property} '${textOf(id)}' does not exist`,
            );
        }
        if (property === "vpcPeeringConnectionId") {
            requireActivePeering(target.properties, vpcId);
        } else if (!homesOf(account, target.id, target.properties).includes(vpcId)) {
            const message = `route table and ${textOf(id)} belong to different networks, or it is not attached`;
            throw new AwsError("InvalidParameterValue", message);
        }
    }
}

/** The VPCs that a target is in or attached to. */
function homesOf(account: Account, id: string, properties: Properties): unknown[] {
    const attached = account
        .of(
            "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment",
            "aws:ec2/vpnGatewayAttachment:VpnGatewayAttachment",
        )
        .filter(({ properties: link }) => link["internetGatewayId"] === id || link["vpnGatewayId"] === id);
    const subnetId = properties["subnetId"];
    return [
        properties["vpcId"],
        ...attached.map(({ properties: link }) => link["vpcId"]),
        isText(subnetId ?? null) ? subnetVpc(account, subnetId) : undefined,
    ];
}

function requireActivePeering(peering: Properties, vpcId: string): void {
    if (peering["acceptStatus"] !== "active") {
        const status = String(peering["acceptStatus"]);
        throw new AwsError("InvalidStateTransition", `the peering connection is ${status}, not active`);
    }
    if (![peering["vpcId"], peering["peerVpcId"]].includes(vpcId)) {
        throw new AwsError(
            "InvalidParameterValue",
            "route table and peering connection belong to different networks",
        );
    }
}

function requireAttachment(account: Account, transitGatewayId: string, vpcId: string): void {
    const attached = account
        .where("aws:ec2transitgateway/vpcAttachment:VpcAttachment", "vpcId", vpcId)
        .filter(({ properties }) => properties["transitGatewayId"] === transitGatewayId);
    if (!attached.some(({ properties }) => properties["state"] === "available")) {
        const message = `transit gateway ${transitGatewayId} has no available attachment in ${vpcId}`;
        throw new AwsError("InvalidTransitGatewayID.NotFound", message);
    }
}
