import { AwsError, textOf } from "../account";
import type { Account } from "../account";
import { texts } from "../property-values";
import type { Properties } from "../property-values";
import type { RulesByType } from "../service-rules";
import { subnetVpc } from "./gateways";

const acl = "aws:ec2/networkAcl:NetworkAcl";
const entry = "aws:ec2/networkAclRule:NetworkAclRule";
const entriesPerDirection = 20;
/** The two that end every ACL, IPv4's and IPv6's "deny all", are in AWS's count. */
const ownEntries = 2;

/** Network ACLs, their numbered entries and their subnets. */
export const networkAcls: RulesByType = {
    [acl]: {
        prefix: "acl",
        create: (account, inputs) => requireSubnets(account, inputs),
        update: (account, _, inputs) => requireSubnets(account, inputs),
        remove(account, { id }) {
            const users = account.where(
                "aws:ec2/networkAclAssociation:NetworkAclAssociation",
                "networkAclId",
                id,
            );
            if (users.length > 0) {
                throw new AwsError(
                    "DependencyViolation",
                    `The networkAcl '${id}' is associated with subnets`,
                );
            }
            for (const own of account.where(entry, "networkAclId", id)) {
                account.remove(own);
            }
        },
    },
    [entry]: {
        prefix: "nacl",
        create: (account, inputs) => requireGoodEntry(account, inputs),
    },
    "aws:ec2/networkAclAssociation:NetworkAclAssociation": {
        prefix: "aclassoc",
        create(account, inputs) {
            const { vpcId } = account.need(acl, inputs["networkAclId"]).properties;
            if (subnetVpc(account, inputs["subnetId"]) !== vpcId) {
                throw new AwsError(
                    "InvalidParameterValue",
                    "Network ACL and subnet belong to different networks",
                );
            }
        },
    },
    "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": {
        id: (inputs) => textOf(inputs["defaultNetworkAclId"]),
        create: (account, inputs) => ({
            vpcId: account.need(acl, inputs["defaultNetworkAclId"]).properties["vpcId"]!,
        }),
    },
};

function requireSubnets(account: Account, inputs: Properties): void {
    for (const subnetId of texts(inputs["subnetIds"])) {
        if (subnetVpc(account, subnetId) !== inputs["vpcId"]) {
            throw new AwsError(
                "InvalidParameterValue",
                "Network ACL and subnet belong to different networks",
            );
        }
    }
}

function requireGoodEntry(account: Account, inputs: Properties): void {
    account.need(acl, inputs["networkAclId"]);
    const number = Number(inputs["ruleNumber"]);
    if (!Number.isInteger(number) || number < 1 || number > 32766) {
        throw new AwsError(
            "InvalidParameterValue",
            `Value (${number}) for parameter ruleNumber is invalid: 1 to 32766`,
        );
    }
    if (!["allow", "deny"].includes(textOf(inputs["ruleAction"]))) {
        throw new AwsError(
            "InvalidParameterValue",
            `ruleAction '${textOf(inputs["ruleAction"])}' is invalid`,
        );
    }
    const counted = ["tcp", "udp", "6", "17"].includes(String(inputs["protocol"]).toLowerCase());
    if (counted && (inputs["fromPort"] === undefined || inputs["toPort"] === undefined)) {
        throw new AwsError("MissingParameter", "The request must contain the parameter PortRange");
    }
    const others = account
        .where(entry, "networkAclId", inputs["networkAclId"])
        .filter(({ properties }) => (properties["egress"] === true) === (inputs["egress"] === true));
    if (others.some(({ properties }) => Number(properties["ruleNumber"]) === number)) {
        throw new AwsError(
            "NetworkAclEntryAlreadyExists",
            `The network acl entry identified by ${number} already exists`,
        );
    }
    if (others.length + ownEntries >= entriesPerDirection) {
        throw new AwsError(
            "NetworkAclEntryLimitExceeded",
            `${entriesPerDirection} entries in one direction already, AWS's own included`,
        );
    }
}
