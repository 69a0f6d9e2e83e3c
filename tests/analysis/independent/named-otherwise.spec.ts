import type { Resources } from "../../support/independent/network";
import { examine } from "../../support/independent/examine";
import { everything, tcp } from "../../support/independent/rules";

const base: Resources = {
    vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
    igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
    subnet: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: true }],
    table: ["ec2/RouteTable", { vpcId: "@vpc", routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "@igw" }] }],
    association: ["ec2/RouteTableAssociation", { subnetId: "@subnet", routeTableId: "@table" }],
    web: [
        "ec2/SecurityGroup",
        { name: "web-secgrp", vpcId: "@vpc", ingress: [tcp(80, "0.0.0.0/0")], egress: everything },
    ],
};

examine("things named otherwise than by ids", [
    {
        says: "An instance may name its groups by their names, as it does in a default VPC",
        source: "pulumi/examples aws-ts-webserver: securityGroups: [group.name]; hashicorp/terraform-provider-aws website/docs/r/instance, launch_template",
        resources: {
            ...base,
            byOutput: ["ec2/Instance", { subnetId: "@subnet", securityGroups: ["@web.name"] }],
            byText: ["ec2/Instance", { subnetId: "@subnet", securityGroups: ["web-secgrp"] }],
            template: ["ec2/LaunchTemplate", { securityGroupNames: ["web-secgrp"] }],
            launched: ["ec2/Instance", { subnetId: "@subnet", launchTemplate: { id: "@template" } }],
            elsewhere: ["ec2/Instance", { subnetId: "@subnet", securityGroups: ["somebody-elses"] }],
        },
        expected: [
            "internet > byOutput tcp 80 = reachable",
            "internet > byOutput tcp 22 = blocked",
            "internet > byText tcp 80 = reachable",
            "internet > byText tcp 22 = blocked",
            "internet > launched tcp 80 = reachable",
            "internet > elsewhere tcp 80 = unknown",
        ],
    },
    {
        says: "A server that takes Elastic IPs is public",
        source: "AWS Transfer Family guide, Create a server in a virtual private cloud: internet-facing endpoints",
        resources: {
            ...base,
            address: ["ec2/Eip", { domain: "vpc" }],
            facing: [
                "transfer/Server",
                {
                    endpointType: "VPC",
                    endpointDetails: {
                        vpcId: "@vpc",
                        subnetIds: ["@subnet"],
                        securityGroupIds: ["@web"],
                        addressAllocationIds: ["@address.allocationId"],
                    },
                },
            ],
            internal: [
                "transfer/Server",
                {
                    endpointType: "VPC",
                    endpointDetails: { vpcId: "@vpc", subnetIds: ["@subnet"], securityGroupIds: ["@web"] },
                },
            ],
        },
        expected: [
            "internet > facing tcp 80 = reachable",
            "internet > facing tcp 22 = blocked",
            "internet > internal tcp 80 = blocked",
        ],
    },
    {
        says: "Of an interface with several addresses the one that is meant may be told",
        source: "hashicorp/terraform-provider-aws website/docs/r/eip: Multiple EIPs associated with a single network interface",
        resources: {
            ...base,
            eni: [
                "ec2/NetworkInterface",
                { subnetId: "@subnet", privateIps: ["10.0.0.10", "10.0.0.11"], securityGroups: ["@web"] },
            ],
            one: [
                "ec2/Eip",
                { domain: "vpc", networkInterface: "@eni", associateWithPrivateIp: "10.0.0.10" },
            ],
            client: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@web"] }],
        },
        expected: [
            "internet > eni tcp 80 = reachable",
            "internet > eni.public@10.0.0.10 tcp 80 = reachable",
            // A private address is no address to the internet.
            "internet > eni@10.0.0.10 tcp 80 = blocked",
            "client > eni@10.0.0.11 tcp 80 = reachable",
            "client > eni.private@10.0.0.10 tcp 22 = blocked",
        ],
    },
    {
        says: "What is in a subnet of IPv6 alone has no other address",
        source: "awsdocs VPC user guide, Subnet types: IPv6-only",
        resources: {
            ...base,
            six: ["ec2/Vpc", { cidrBlock: "10.6.0.0/16", ipv6CidrBlock: "2600:1f18:6::/56" }],
            gateway: ["ec2/InternetGateway", { vpcId: "@six" }],
            only: [
                "ec2/Subnet",
                {
                    vpcId: "@six",
                    ipv6Native: true,
                    ipv6CidrBlock: "2600:1f18:6::/64",
                    assignIpv6AddressOnCreation: true,
                },
            ],
            both: [
                "ec2/Subnet",
                {
                    vpcId: "@six",
                    cidrBlock: "10.6.1.0/24",
                    ipv6CidrBlock: "2600:1f18:6:1::/64",
                    assignIpv6AddressOnCreation: true,
                },
            ],
            sixTable: [
                "ec2/RouteTable",
                { vpcId: "@six", routes: [{ ipv6CidrBlock: "::/0", gatewayId: "@gateway" }] },
            ],
            ofOnly: ["ec2/RouteTableAssociation", { subnetId: "@only", routeTableId: "@sixTable" }],
            open: ["ec2/SecurityGroup", { vpcId: "@six", ingress: everything, egress: everything }],
            native: ["ec2/Instance", { subnetId: "@only", vpcSecurityGroupIds: ["@open"] }],
            dual: ["ec2/Instance", { subnetId: "@both", vpcSecurityGroupIds: ["@open"] }],
        },
        expected: [
            "internet6 > native tcp 22 = reachable",
            "native > internet6 tcp 443 = reachable",
            "internet > native tcp 22 = blocked",
            "dual > native.ipv6 tcp 22 = reachable",
            "dual > native.private tcp 22 = blocked",
            "dual > native tcp 22 = blocked",
            "native > dual.private tcp 22 = blocked",
        ],
    },
]);
