import type { Resources } from "../../support/independent/network";
import { examine } from "../../support/independent/examine";
import { everything } from "../../support/independent/rules";

const registry = "hashicorp/terraform-provider-aws website/docs/r";

/** A VPC with a public subnet that hands out no addresses and one that does. */
const base: Resources = {
    vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
    igw: ["ec2/InternetGateway", {}],
    attached: ["ec2/InternetGatewayAttachment", { vpcId: "@vpc", internetGatewayId: "@igw" }],
    plain: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24" }],
    giving: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.1.0/24", mapPublicIpOnLaunch: true }],
    hidden: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.2.0/24", mapPublicIpOnLaunch: true }],
    table: ["ec2/RouteTable", { vpcId: "@vpc", routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "@igw" }] }],
    ofPlain: ["ec2/RouteTableAssociation", { subnetId: "@plain", routeTableId: "@table" }],
    ofGiving: ["ec2/RouteTableAssociation", { subnetId: "@giving", routeTableId: "@table" }],
    open: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: everything, egress: everything }],
    ssh: [
        "ec2/SecurityGroup",
        {
            vpcId: "@vpc",
            ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }],
            egress: everything,
        },
    ],
};
const groups = { vpcSecurityGroupIds: ["@open"] };

examine("shapes of interfaces", [
    {
        says: "A public address is the instance's own wish before its subnet's",
        source: `${registry}/instance.html.markdown, associate_public_ip_address; subnet.html.markdown, map_public_ip_on_launch`,
        resources: {
            ...base,
            byDefault: ["ec2/Instance", { subnetId: "@giving", ...groups }],
            refused: ["ec2/Instance", { subnetId: "@giving", associatePublicIpAddress: false, ...groups }],
            asked: ["ec2/Instance", { subnetId: "@plain", associatePublicIpAddress: true, ...groups }],
            without: ["ec2/Instance", { subnetId: "@plain", ...groups }],
            stranded: ["ec2/Instance", { subnetId: "@hidden", ...groups }],
        },
        expected: [
            "internet > byDefault tcp 22 = reachable",
            "internet > refused tcp 22 = blocked",
            "internet > asked tcp 22 = reachable",
            "internet > without tcp 22 = blocked",
            "internet > stranded tcp 22 = blocked",
            "internet > stranded tcp 22 request = reachable",
            "refused > internet tcp 443 = blocked",
            "asked > internet tcp 443 = reachable",
            "byDefault > asked.private tcp 22 = reachable",
            "byDefault > asked.public tcp 22 = reachable",
            "byDefault > without.public tcp 22 = blocked",
        ],
    },
    {
        says: "Elastic addresses are held by instances and interfaces, named in either resource",
        source: `${registry}/eip.html.markdown, eip_association.html.markdown`,
        resources: {
            ...base,
            own: ["ec2/Instance", { subnetId: "@plain", ...groups }],
            ownAddress: ["ec2/Eip", { instance: "@own", domain: "vpc" }],
            joined: ["ec2/Instance", { subnetId: "@plain", ...groups }],
            joinedAddress: ["ec2/Eip", { domain: "vpc" }],
            join: ["ec2/EipAssociation", { instanceId: "@joined", allocationId: "@joinedAddress" }],
            eni: [
                "ec2/NetworkInterface",
                { subnetId: "@plain", privateIps: ["10.0.0.50"], securityGroups: ["@ssh"] },
            ],
            eniAddress: ["ec2/Eip", { networkInterface: "@eni", domain: "vpc" }],
            byPrimary: ["ec2/Instance", { subnetId: "@plain", ...groups }],
            primaryAddress: [
                "ec2/Eip",
                { networkInterface: "@byPrimary.primaryNetworkInterfaceId", domain: "vpc" },
            ],
            unused: ["ec2/Eip", { domain: "vpc" }],
            none: ["ec2/Instance", { subnetId: "@plain", ...groups }],
        },
        expected: [
            "internet > own tcp 22 = reachable",
            "internet > joined tcp 22 = reachable",
            "internet > eni tcp 22 = reachable",
            "internet > eni tcp 80 = blocked",
            "internet > byPrimary tcp 22 = reachable",
            "internet > none tcp 22 = blocked",
            "none > ip:10.0.0.50 tcp 22 = reachable",
            "none > ip:10.0.0.50 tcp 23 = blocked",
        ],
    },
    {
        says: "An instance with prepared interfaces has their subnets and groups, each its own",
        source: `${registry}/instance.html.markdown, network_interface and primary_network_interface; network_interface.html.markdown, attachment`,
        resources: {
            ...base,
            first: ["ec2/NetworkInterface", { subnetId: "@plain", securityGroups: ["@ssh"] }],
            old: ["ec2/Instance", { networkInterfaces: [{ networkInterfaceId: "@first", deviceIndex: 0 }] }],
            second: ["ec2/NetworkInterface", { subnetId: "@plain", securityGroups: ["@open"] }],
            new: ["ec2/Instance", { primaryNetworkInterface: { networkInterfaceId: "@second" } }],
            extra: [
                "ec2/NetworkInterface",
                {
                    subnetId: "@giving",
                    securityGroups: ["@ssh"],
                    attachments: [{ instance: "@new", deviceIndex: 1 }],
                },
            ],
            apart: ["ec2/NetworkInterface", { subnetId: "@plain", securityGroups: ["@ssh"] }],
            attachment: [
                "ec2/NetworkInterfaceAttachment",
                { instanceId: "@new", networkInterfaceId: "@apart", deviceIndex: 2 },
            ],
            added: [
                "ec2/NetworkInterfaceSecurityGroupAttachment",
                { networkInterfaceId: "@apart", securityGroupId: "@open" },
            ],
            client: ["ec2/Instance", { subnetId: "@giving", ...groups }],
        },
        expected: [
            "client > first tcp 22 = reachable",
            "client > first tcp 80 = blocked",
            "client > old tcp 80 = blocked",
            "client > old tcp 22 = reachable",
            "client > new tcp 80 = reachable",
            "client > second tcp 80 = reachable",
            "client > extra tcp 80 = blocked",
            // An interface of its own gets no address from its subnet.
            "internet > extra tcp 22 = blocked",
            "client > apart tcp 80 = reachable",
        ],
    },
    {
        says: "What names no group is in the VPC's default one, as the program leaves it",
        source: `${registry}/default_security_group.html.markdown; AWS "Default security groups for your VPCs"`,
        resources: {
            ...base,
            a: ["ec2/Instance", { subnetId: "@giving" }],
            b: ["ec2/Instance", { subnetId: "@plain" }],
            outsider: ["ec2/Instance", { subnetId: "@plain", ...groups }],
            other: ["ec2/Vpc", { cidrBlock: "10.7.0.0/16" }],
            otherSubnet: ["ec2/Subnet", { vpcId: "@other", cidrBlock: "10.7.0.0/24" }],
            locked: ["ec2/DefaultSecurityGroup", { vpcId: "@other" }],
            x: ["ec2/Instance", { subnetId: "@otherSubnet" }],
            y: ["ec2/Instance", { subnetId: "@otherSubnet" }],
            third: ["ec2/Vpc", { cidrBlock: "10.8.0.0/16" }],
            thirdSubnet: ["ec2/Subnet", { vpcId: "@third", cidrBlock: "10.8.0.0/24" }],
            adopted: [
                "ec2/DefaultSecurityGroup",
                {
                    vpcId: "@third",
                    ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }],
                    egress: everything,
                },
            ],
            u: [
                "ec2/Instance",
                { subnetId: "@thirdSubnet", vpcSecurityGroupIds: ["@third.defaultSecurityGroupId"] },
            ],
            v: ["ec2/Instance", { subnetId: "@thirdSubnet" }],
        },
        expected: [
            "a > b tcp 22 = reachable",
            "b > a udp 53 = reachable",
            "outsider > a tcp 22 = blocked",
            "a > outsider tcp 22 = reachable",
            "internet > a tcp 22 = blocked",
            "a > internet tcp 443 = reachable",
            "x > y tcp 22 = blocked",
            "u > v tcp 22 = reachable",
            "v > u tcp 22 = reachable",
        ],
    },
    {
        says: "Launch templates, Auto Scaling groups, spot requests and fleets put interfaces into subnets",
        source: `${registry}/autoscaling_group, launch_template, spot_instance_request, ec2_fleet`,
        resources: {
            ...base,
            template: [
                "ec2/LaunchTemplate",
                { networkInterfaces: [{ associatePublicIpAddress: "true", securityGroups: ["@ssh"] }] },
            ],
            asg: [
                "autoscaling/Group",
                { vpcZoneIdentifiers: ["@plain"], launchTemplate: { id: "@template", version: "$Latest" } },
            ],
            mixed: [
                "autoscaling/Group",
                {
                    vpcZoneIdentifiers: ["@plain"],
                    mixedInstancesPolicy: {
                        launchTemplate: { launchTemplateSpecification: { launchTemplateId: "@template" } },
                    },
                },
            ],
            plainTemplate: ["ec2/LaunchTemplate", { vpcSecurityGroupIds: ["@open"] }],
            inherits: [
                "autoscaling/Group",
                { vpcZoneIdentifiers: ["@giving"], launchTemplate: { id: "@plainTemplate" } },
            ],
            fromTemplate: ["ec2/Instance", { subnetId: "@plain", launchTemplate: { id: "@template" } }],
            configuration: [
                "ec2/LaunchConfiguration",
                { securityGroups: ["@ssh"], associatePublicIpAddress: true },
            ],
            oldAsg: [
                "autoscaling/Group",
                { vpcZoneIdentifiers: ["@plain"], launchConfiguration: "@configuration.name" },
            ],
            spot: ["ec2/SpotInstanceRequest", { subnetId: "@giving", vpcSecurityGroupIds: ["@ssh"] }],
            fleet: [
                "ec2/Fleet",
                {
                    launchTemplateConfigs: [
                        {
                            launchTemplateSpecification: { launchTemplateId: "@plainTemplate", version: "1" },
                            overrides: [{ subnetId: "@giving" }],
                        },
                    ],
                },
            ],
            client: ["ec2/Instance", { subnetId: "@plain", ...groups }],
        },
        expected: [
            "internet > asg tcp 22 = reachable",
            "internet > asg tcp 80 = blocked",
            "internet > mixed tcp 22 = reachable",
            "internet > inherits tcp 80 = reachable",
            "internet > fromTemplate tcp 22 = reachable",
            "internet > oldAsg tcp 22 = reachable",
            "internet > oldAsg tcp 80 = blocked",
            "internet > spot tcp 22 = reachable",
            "internet > spot tcp 80 = blocked",
            "client > fleet tcp 80 = reachable",
            "client > asg tcp 22 = reachable",
        ],
    },
]);
