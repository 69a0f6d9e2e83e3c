import { examine } from "../../support/independent/examine";
import { everything } from "../../support/independent/rules";

const registry = "hashicorp/terraform-provider-aws website/docs/r";

examine("default VPCs", [
    {
        says: "A default VPC and its subnets are public, known by nothing but their zones",
        source: `${registry}/default_vpc, default_subnet; AWS "Default VPC components"`,
        resources: {
            vpc: ["ec2/DefaultVpc", {}],
            subnet: [
                "ec2/DefaultSubnet",
                { availabilityZone: "us-east-1a" },
                { outputs: { cidrBlock: "172.31.0.0/20" } },
            ],
            web: [
                "ec2/SecurityGroup",
                {
                    vpcId: "@vpc",
                    ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }],
                    egress: everything,
                },
            ],
            host: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@web"] }],
            neighbour: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@web"] }],
            member: ["ec2/Instance", { subnetId: "@subnet" }],
            bare: ["ec2/Instance", {}],
        },
        expected: [
            // A default VPC comes with a gateway and a route, but may have been stripped of them.
            "internet > host tcp 443 = unknown",
            "internet > host tcp 22 = blocked",
            "bare > host tcp 443 = unknown",
            "host > bare tcp 22 = unknown",
            "host > neighbour tcp 443 = reachable (planned: unknown)",
            "neighbour > internet tcp 443 = unknown",
            "internet > member tcp 22 = unknown",
        ],
    },
]);
