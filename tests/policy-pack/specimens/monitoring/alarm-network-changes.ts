import { routing } from "../../support/base-network";
import { later, parameter } from "../../support/hosts";
import { calls, counted, ec2Calls, told, topic, trail } from "../../support/operations";
import { types } from "../../support/resource-types";
import { ref, resource, type Specimens } from "../../support/specimen";

const network = [...routing, resource(types.networkAcl, "app-acl", { vpcId: ref("vpc") })];
const changes = {
    acls: [
        "CreateNetworkAcl",
        "CreateNetworkAclEntry",
        "DeleteNetworkAcl",
        "DeleteNetworkAclEntry",
        "ReplaceNetworkAclEntry",
        "ReplaceNetworkAclAssociation",
    ],
    gateways: [
        "CreateCustomerGateway",
        "DeleteCustomerGateway",
        "AttachInternetGateway",
        "CreateInternetGateway",
        "DeleteInternetGateway",
        "DetachInternetGateway",
    ],
    routes: [
        "CreateRoute",
        "CreateRouteTable",
        "ReplaceRoute",
        "ReplaceRouteTableAssociation",
        "DeleteRouteTable",
        "DeleteRoute",
        "DisassociateRouteTable",
    ],
    vpcs: [
        "CreateVpc",
        "DeleteVpc",
        "ModifyVpcAttribute",
        "AcceptVpcPeeringConnection",
        "CreateVpcPeeringConnection",
        "DeleteVpcPeeringConnection",
        "RejectVpcPeeringConnection",
    ],
};
const kinds = Object.keys(changes) as (keyof typeof changes)[];
const byRules = (...without: readonly string[]) => [...network, topic, ...rules(...without)];
const rules = (...without: readonly string[]) => [
    ...kinds
        .filter((kind) => !without.includes(kind))
        .flatMap((kind) => told(kind, ec2Calls(...changes[kind]))),
];
const byFilters = [
    ...network,
    topic,
    ...trail(),
    ...kinds.flatMap((kind) => counted(kind, calls(...changes[kind]))),
];

export const specimens: Specimens = {
    compliant: {
        "a rule for each": byRules(),
        "a filter and an alarm for each": byFilters,
        "told by another stack": { config: { provided: "elsewhere" }, resources: byRules("vpcs") },
        "ACLs alone, where the stack has none of the others": [
            topic,
            ...told("acls", ec2Calls(...changes.acls)),
            resource(types.networkAcl, "acl", { vpcId: "vpc-11112222" }),
        ],
        "nothing of AWS": [],
    },
    violating: {
        "nothing of ACLs": byRules("acls"),
        "nothing of gateways": byRules("gateways"),
        "nothing of routes": byRules("routes"),
        "nothing of VPCs": byRules("vpcs"),
        "all but one call": [
            ...byRules("routes"),
            ...told("routes", ec2Calls(...changes.routes.filter((call) => call !== "ReplaceRoute"))),
        ],
        nothing: [resource("aws:ec2/vpc:Vpc", "vpc", { cidrBlock: "10.0.0.0/16" })],
    },
    undecidable: {
        "a rule that is written later": [parameter, ...byRules("vpcs"), ...told("vpcs", later)],
    },
};
