import { examine } from "../../support/independent/examine";
import { entries, everything } from "../../support/independent/rules";

const guide = "awsdocs/amazon-vpc-user-guide doc_source";

examine("the VPC user guide, network ACLs", [
    {
        says: "A list for one address lets it sign in and nobody else, and hides the rest",
        source: `${guide}/vpc-network-acls.md, Example: Control access to instances in a subnet`,
        resources: {
            vpc: ["ec2/Vpc", { cidrBlock: "172.31.0.0/16" }],
            subnet: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "172.31.16.0/20" }],
            admins: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "172.31.0.0/20" }],
            acl: [
                "ec2/NetworkAcl",
                {
                    vpcId: "@vpc",
                    subnetIds: ["@subnet"],
                    ingress: entries("100 tcp 22 172.31.1.2/32"),
                    egress: entries("100 tcp 1024-65535 172.31.1.2/32"),
                },
            ],
            group: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: everything, egress: everything }],
            admin: [
                "ec2/Instance",
                { subnetId: "@admins", privateIp: "172.31.1.2", vpcSecurityGroupIds: ["@group"] },
            ],
            other: [
                "ec2/Instance",
                { subnetId: "@admins", privateIp: "172.31.1.3", vpcSecurityGroupIds: ["@group"] },
            ],
            unpinned: ["ec2/Instance", { subnetId: "@admins", vpcSecurityGroupIds: ["@group"] }],
            one: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@group"] }],
            two: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@group"] }],
        },
        expected: [
            "admin > one tcp 22 = reachable",
            "admin > one tcp 22 from 1023 = blocked",
            "admin > one tcp 443 = blocked",
            "other > one tcp 22 = blocked",
            // It may get the address that the list is about.
            "unpinned > one tcp 22 = unknown",
            "unpinned@172.31.1.9 > one tcp 22 = blocked",
            "one > two tcp 443 = reachable",
            "one > admin tcp 5000 request = reachable",
            "one > admin tcp 5000 = blocked",
            "one > other tcp 5000 = blocked",
        ],
    },
    {
        says: "The entry with the lowest number that fits decides, whatever order they are written in",
        source: `${guide}/vpc-network-acls.md, Custom network ACL: rule 130 denies a port of rule 140's range`,
        resources: {
            vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
            igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
            subnet: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: true }],
            main: [
                "ec2/DefaultRouteTable",
                {
                    defaultRouteTableId: "@vpc.defaultRouteTableId",
                    routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "@igw" }],
                },
            ],
            acl: [
                "ec2/NetworkAcl",
                {
                    vpcId: "@vpc",
                    subnetIds: ["@subnet"],
                    ingress: entries(
                        "140 tcp 32768-65535 0.0.0.0/0",
                        "130 tcp 33000 0.0.0.0/0 deny",
                        "100 tcp 80 0.0.0.0/0",
                        "110 tcp 443 0.0.0.0/0",
                        "90 tcp 443 192.0.2.0/24 deny",
                        "120 tcp 22 192.0.2.0/24",
                    ),
                    egress: entries("200 icmp all 0.0.0.0/0", "100 tcp 32768-65535 0.0.0.0/0"),
                },
            ],
            icmpIn: [
                "ec2/NetworkAclRule",
                {
                    networkAclId: "@echo",
                    ruleNumber: 10,
                    egress: false,
                    ruleAction: "allow",
                    protocol: "icmp",
                    icmpType: 8,
                    icmpCode: -1,
                    cidrBlock: "0.0.0.0/0",
                },
            ],
            icmpOut: [
                "ec2/NetworkAclRule",
                {
                    networkAclId: "@echo",
                    ruleNumber: 10,
                    egress: true,
                    ruleAction: "allow",
                    protocol: "1",
                    icmpType: 0,
                    icmpCode: -1,
                    cidrBlock: "0.0.0.0/0",
                },
            ],
            echo: ["ec2/NetworkAcl", { vpcId: "@vpc", subnetIds: ["@pinged"] }],
            pinged: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.1.0/24", mapPublicIpOnLaunch: true }],
            group: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: everything, egress: everything }],
            host: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@group"] }],
            pingable: ["ec2/Instance", { subnetId: "@pinged", vpcSecurityGroupIds: ["@group"] }],
        },
        expected: [
            "198.51.100.9 > host tcp 443 = reachable",
            "192.0.2.7 > host tcp 443 = blocked",
            "192.0.2.7 > host tcp 22 = reachable",
            "198.51.100.9 > host tcp 33000 = blocked",
            "198.51.100.9 > host tcp 33001 = reachable",
            "198.51.100.9 > host icmp 8/0 = blocked",
            "198.51.100.9 > pingable icmp 8/0 = reachable",
            "198.51.100.9 > pingable icmp 13/0 = blocked",
            "pingable > 198.51.100.9 icmp 8/0 = blocked",
            "198.51.100.9 > pingable tcp 443 = blocked",
        ],
    },
    {
        says: "A list without entries lets nothing pass, and the default one, adopted without any, neither",
        source: `${guide}/vpc-network-acls.md, Default and custom network ACLs; hashicorp/terraform-provider-aws website/docs/r/default_network_acl`,
        resources: {
            vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
            a: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24" }],
            b: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.1.0/24" }],
            locked: ["ec2/Vpc", { cidrBlock: "10.9.0.0/16" }],
            c: ["ec2/Subnet", { vpcId: "@locked", cidrBlock: "10.9.0.0/24" }],
            d: ["ec2/Subnet", { vpcId: "@locked", cidrBlock: "10.9.1.0/24" }],
            adopted: ["ec2/DefaultNetworkAcl", { defaultNetworkAclId: "@locked.defaultNetworkAclId" }],
            empty: ["ec2/NetworkAcl", { vpcId: "@vpc", subnetIds: ["@b"] }],
            group: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: everything, egress: everything }],
            other: ["ec2/SecurityGroup", { vpcId: "@locked", ingress: everything, egress: everything }],
            a1: ["ec2/Instance", { subnetId: "@a", vpcSecurityGroupIds: ["@group"] }],
            b1: ["ec2/Instance", { subnetId: "@b", vpcSecurityGroupIds: ["@group"] }],
            b2: ["ec2/Instance", { subnetId: "@b", vpcSecurityGroupIds: ["@group"] }],
            c1: ["ec2/Instance", { subnetId: "@c", vpcSecurityGroupIds: ["@other"] }],
            d1: ["ec2/Instance", { subnetId: "@d", vpcSecurityGroupIds: ["@other"] }],
        },
        expected: [
            "a1 > b1 tcp 22 = blocked",
            "b1 > a1 tcp 22 = blocked",
            "b1 > b2 tcp 22 = reachable",
            "c1 > d1 tcp 22 = blocked",
        ],
    },
]);
