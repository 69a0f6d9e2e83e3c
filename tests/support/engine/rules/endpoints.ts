import { AwsError, textOf } from "../account";
import type { Account, CloudResource } from "../account";
import { texts } from "../property-values";
import type { Properties } from "../property-values";
import type { RulesByType } from "../service-rules";
import { subnetVpc } from "./gateways";
import { requireGroups } from "./security-groups";

const endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
const link = "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation";
const flowLog = "aws:ec2/flowLog:FlowLog";

/** Endpoints of a VPC and the records of its flows. */
export const endpoints: RulesByType = {
    [endpoint]: {
        prefix: "vpce",
        create(account, inputs) {
            requireGoodEndpoint(account, inputs);
            const gateway = kindOf(inputs) === "Gateway";
            const service = textOf(inputs["serviceName"]);
            return {
                state: "available",
                prefixListId: gateway ? prefixListOf(service) : "",
                dnsEntries: gateway ? [] : [{ dnsName: `vpce.${service}`, hostedZoneId: "Z7HUB22UULQXV" }],
                networkInterfaceIds: gateway
                    ? []
                    : texts(inputs["subnetIds"]).map(() => account.issue("eni")),
            };
        },
        update: (account, resource, inputs) => requireGoodEndpoint(account, inputs, resource),
    },
    [link]: {
        prefix: "a-vpce",
        create(account, inputs) {
            const { properties } = account.need(endpoint, inputs["vpcEndpointId"]);
            const table = account.need("aws:ec2/routeTable:RouteTable", inputs["routeTableId"]);
            if (properties["vpcId"] !== table.properties["vpcId"]) {
                throw new AwsError("InvalidParameter", `Route table ${table.id} belongs to a different VPC`);
            }
            const inEndpoint = texts(properties["routeTableIds"]).includes(table.id);
            const twin = account
                .where(link, "vpcEndpointId", inputs["vpcEndpointId"])
                .some((other) => other.properties["routeTableId"] === table.id);
            if (inEndpoint || twin) {
                throw new AwsError(
                    "RouteAlreadyExists",
                    `route table ${table.id} already has a route to the service`,
                );
            }
        },
    },
    [flowLog]: {
        prefix: "fl",
        create(account, inputs) {
            const subjects = ["vpcId", "subnetId", "eniId", "transitGatewayId"] as const;
            const subject = (properties: Properties) =>
                subjects.map((kind) => textOf(properties[kind])).join(" ");
            const twin = account
                .where(flowLog, "logDestination", inputs["logDestination"])
                .some(({ properties }) => subject(properties) === subject(inputs));
            if (twin) {
                throw new AwsError(
                    "FlowLogAlreadyExists",
                    "There is an existing Flow Log with the same configuration",
                );
            }
        },
    },
};

const kindOf = (inputs: Properties): string => textOf(inputs["vpcEndpointType"]) || "Gateway";

/** AWS-managed lists have a fixed id in each region. */
export const prefixListOf = (service: string): string =>
    service.endsWith(".s3") ? "pl-63a5400a" : "pl-02cd2c6b";

function requireGoodEndpoint(account: Account, inputs: Properties, own?: CloudResource): void {
    const vpc = account.need("aws:ec2/vpc:Vpc", inputs["vpcId"]);
    const zones = new Set<unknown>();
    for (const subnetId of texts(inputs["subnetIds"])) {
        if (subnetVpc(account, subnetId) !== vpc.id) {
            throw new AwsError("InvalidParameter", `The subnet ID ${subnetId} is not in ${vpc.id}`);
        }
        const zone = account.need("aws:ec2/subnet:Subnet", subnetId).properties["availabilityZoneId"];
        if (zones.has(zone)) {
            throw new AwsError(
                "DuplicateSubnetsInSameZone",
                `Found another VPC endpoint subnet in ${String(zone)}`,
            );
        }
        zones.add(zone);
    }
    requireGroups(account, vpc.id, inputs["securityGroupIds"]);
    if (inputs["privateDnsEnabled"] === true) {
        requirePrivateDns(account, vpc, inputs, own);
    }
}

function requirePrivateDns(
    account: Account,
    vpc: CloudResource,
    inputs: Properties,
    own?: CloudResource,
): void {
    if (vpc.properties["enableDnsSupport"] === false || vpc.properties["enableDnsHostnames"] !== true) {
        const message = "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames";
        throw new AwsError("InvalidParameter", message);
    }
    const twin = account
        .where(endpoint, "vpcId", vpc.id)
        .filter(({ properties }) => properties["serviceName"] === inputs["serviceName"])
        .find(({ id, properties }) => id !== own?.id && properties["privateDnsEnabled"] === true);
    if (twin !== undefined) {
        throw new AwsError(
            "InvalidParameter",
            `private-dns-enabled cannot be set: conflicting DNS domain with ${twin.id}`,
        );
    }
}
