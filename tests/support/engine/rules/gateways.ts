import { AwsError, textOf } from "../account";
import type { Account } from "../account";
import { isText } from "../property-values";
import type { Properties } from "../property-values";
import type { RulesByType } from "../service-rules";
import { interfacesIn } from "./interfaces";

const internetGateway = "aws:ec2/internetGateway:InternetGateway";
const attachment = "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment";
const address = "aws:ec2/eip:Eip";
const associated = "aws:ec2/eipAssociation:EipAssociation";
const nat = "aws:ec2/natGateway:NatGateway";
const addressQuota = 5;

/** The ways out of a VPC, and the public addresses that need one. */
export const gateways: RulesByType = {
    [internetGateway]: {
        prefix: "igw",
        create: (account, inputs) => refuseSecondGateway(account, inputs),
        update: (account, gateway, inputs) => {
            if (gateway.properties["vpcId"] !== inputs["vpcId"]) {
                refuseDetaching(account, gateway.properties);
                refuseSecondGateway(account, inputs);
            }
        },
        remove(account, gateway) {
            refuseDetaching(account, gateway.properties);
            if (account.where(attachment, "internetGatewayId", gateway.id).length > 0) {
                throw new AwsError("DependencyViolation", `The internetGateway '${gateway.id}' is attached`);
            }
        },
    },
    [attachment]: {
        prefix: "igw-attach",
        create: (account, inputs) => refuseSecondGateway(account, inputs),
        remove: (account, { properties }) => refuseDetaching(account, properties),
    },
    "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": { prefix: "eigw" },
    [address]: {
        prefix: "eipalloc",
        create(account, inputs, id) {
            if (account.of(address).length >= addressQuota) {
                throw new AwsError(
                    "AddressLimitExceeded",
                    "The maximum number of addresses has been reached",
                );
            }
            if (isText(inputs["instance"] ?? null)) {
                requireGateway(
                    account,
                    subnetVpc(
                        account,
                        account.need("aws:ec2/instance:Instance", inputs["instance"]).properties["subnetId"],
                    ),
                );
            }
            const taken = account.of(address).map(({ properties }) => properties["publicIp"]);
            const hosts = Array.from({ length: addressQuota + 1 }, (_, host) => `198.51.100.${host + 1}`);
            return {
                allocationId: id,
                publicIp: hosts.find((host) => !taken.includes(host))!,
                domain: "vpc",
            };
        },
        remove(account, { id }) {
            const users = account
                .all()
                .filter(({ type, properties }) => type !== address && properties["allocationId"] === id);
            if (users.length > 0) {
                throw new AwsError(
                    "InvalidIPAddress.InUse",
                    `The address '${id}' is in use by ${users[0]!.id}`,
                );
            }
        },
    },
    [associated]: {
        prefix: "eipassoc",
        create(account, inputs) {
            const instance = account.find("aws:ec2/instance:Instance", inputs["instanceId"]);
            if (instance !== undefined) {
                requireGateway(account, subnetVpc(account, instance.properties["subnetId"]));
            }
            requireFreeAddress(account, inputs["allocationId"]);
        },
    },
    [nat]: {
        prefix: "nat",
        create(account, inputs, id): Properties {
            const vpcId = subnetVpc(account, inputs["subnetId"]);
            if (inputs["connectivityType"] === "private") {
                return { networkInterfaceId: account.issue("eni"), publicIp: "" };
            }
            requireGateway(account, vpcId);
            if (!isText(inputs["allocationId"] ?? null)) {
                throw new AwsError("MissingParameter", `${id} is public and needs an AllocationId`);
            }
            requireFreeAddress(account, inputs["allocationId"]);
            const publicIp = account.need(address, inputs["allocationId"]).properties["publicIp"]!;
            return {
                networkInterfaceId: account.issue("eni"),
                associationId: account.issue("eipassoc"),
                publicIp,
            };
        },
    },
};

export const subnetVpc = (account: Account, subnetId: unknown): string =>
    textOf(account.need("aws:ec2/subnet:Subnet", subnetId).properties["vpcId"]);

export function hasInternetGateway(account: Account, vpcId: string): boolean {
    return account.of(internetGateway, attachment).some(({ properties }) => properties["vpcId"] === vpcId);
}

function requireGateway(account: Account, vpcId: string): void {
    if (!hasInternetGateway(account, vpcId)) {
        throw new AwsError("Gateway.NotAttached", `Network ${vpcId} has no Internet gateway attached`);
    }
}

function refuseSecondGateway(account: Account, inputs: Properties): void {
    const vpcId = textOf(inputs["vpcId"]);
    if (vpcId !== "" && hasInternetGateway(account, vpcId)) {
        throw new AwsError(
            "Resource.AlreadyAssociated",
            `Network ${vpcId} already has an internet gateway attached`,
        );
    }
}

function refuseDetaching(account: Account, properties: Properties): void {
    const vpcId = properties["vpcId"];
    const exposed = interfacesIn(account).filter(
        ({ isPublic, subnetId }) => isPublic && subnetVpc(account, subnetId) === vpcId,
    );
    const addressed = account.of(associated).filter(({ properties: { instanceId } }) => {
        const instance = account.find("aws:ec2/instance:Instance", instanceId);
        return instance !== undefined && subnetVpc(account, instance.properties["subnetId"]) === vpcId;
    });
    const holders = [...exposed.map(({ owner }) => owner.id), ...addressed.map(({ id }) => id)];
    if (holders.length > 0) {
        throw new AwsError(
            "DependencyViolation",
            `Network ${String(vpcId)} has some mapped public address(es): ${holders.join(", ")}`,
        );
    }
}

function requireFreeAddress(account: Account, allocationId: unknown): void {
    account.need(address, allocationId);
    const user = account
        .of(nat, associated)
        .find(({ properties }) => properties["allocationId"] === allocationId);
    if (user !== undefined) {
        throw new AwsError(
            "Resource.AlreadyAssociated",
            `${String(allocationId)} is already associated with ${user.id}`,
        );
    }
}
