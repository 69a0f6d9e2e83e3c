import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answer } from "../../../analysis/reachability/answer";
import { CaseNetwork, type Resources } from "../../support/independent/network";
import { examine } from "../../support/independent/examine";
import { readExpected } from "../../support/independent/question";
import { everything, tcp } from "../../support/independent/rules";

const rule = (
    list: string,
    number: number,
    egress: boolean,
    ports: string,
    block = "0.0.0.0/0",
): Resources[string] => {
    const [from, to = from] = ports.split("-").map(Number);
    return [
        "ec2/NetworkAclRule",
        {
            networkAclId: `@${list}`,
            ruleNumber: number,
            egress,
            ruleAction: "allow",
            protocol: "tcp",
            fromPort: from,
            toPort: to,
            cidrBlock: block,
        },
    ];
};

const exposed: Resources = {
    vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
    subnet: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/20" }],
    publicSubnet: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.16.0/20" }],
    igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
    table: ["ec2/RouteTable", { vpcId: "@vpc" }],
    out: ["ec2/Route", { routeTableId: "@table", destinationCidrBlock: "0.0.0.0/0", gatewayId: "@igw" }],
    association: ["ec2/RouteTableAssociation", { subnetId: "@publicSubnet", routeTableId: "@table" }],
    one: [
        "ec2/SecurityGroup",
        { vpcId: "@vpc", ingress: [tcp(22, "123.123.123.123/32")], egress: everything },
    ],
    all: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: [tcp(22, "0.0.0.0/0")], egress: everything }],
    narrow: [
        "ec2/Instance",
        { subnetId: "@publicSubnet", vpcSecurityGroupIds: ["@one"], associatePublicIpAddress: true },
    ],
    addressless: ["ec2/Instance", { subnetId: "@publicSubnet", vpcSecurityGroupIds: ["@all"] }],
    routeless: [
        "ec2/Instance",
        { subnetId: "@subnet", vpcSecurityGroupIds: ["@all"], associatePublicIpAddress: true },
    ],
    wide: [
        "ec2/Instance",
        { subnetId: "@publicSubnet", vpcSecurityGroupIds: ["@all"], associatePublicIpAddress: true },
    ],
};
const exposedAnswers = [
    "8.8.8.8 > narrow tcp 22 = blocked",
    "123.123.123.123 > narrow tcp 22 = reachable",
    "8.8.8.8 > addressless tcp 22 = blocked",
    "8.8.8.8 > routeless tcp 22 = blocked",
    "8.8.8.8 > wide tcp 22 = reachable",
    "8.8.8.8 > wide tcp 3389 = blocked",
];

examine("other tools", [
    {
        says: "A port is exposed by a group, a public address and a public subnet together",
        source: "prowler-cloud/prowler tests/providers/aws/services/ec2/ec2_instance_port_ssh_exposed_to_internet, PASS and the three severities of FAIL",
        resources: exposed,
        expected: exposedAnswers,
    },
    {
        says: "The module's example lets the world in and keeps the public subnets from the private ones",
        source: "terraform-aws-modules/terraform-aws-vpc examples/network-acls/main.tf",
        resources: {
            vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
            igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
            private: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.1.0/24" }],
            public: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.101.0/24", mapPublicIpOnLaunch: true }],
            public2: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.102.0/24", mapPublicIpOnLaunch: true }],
            publicTable: ["ec2/RouteTable", { vpcId: "@vpc" }],
            publicOut: [
                "ec2/Route",
                { routeTableId: "@publicTable", destinationCidrBlock: "0.0.0.0/0", gatewayId: "@igw" },
            ],
            ofPublic: ["ec2/RouteTableAssociation", { subnetId: "@public", routeTableId: "@publicTable" }],
            ofPublic2: ["ec2/RouteTableAssociation", { subnetId: "@public2", routeTableId: "@publicTable" }],
            privateTable: ["ec2/RouteTable", { vpcId: "@vpc" }],
            ofPrivate: ["ec2/RouteTableAssociation", { subnetId: "@private", routeTableId: "@privateTable" }],
            publicList: ["ec2/NetworkAcl", { vpcId: "@vpc", subnetIds: ["@public", "@public2"] }],
            in900: rule("publicList", 900, false, "1024-65535"),
            in80: rule("publicList", 100, false, "80"),
            in443: rule("publicList", 110, false, "443"),
            in22: rule("publicList", 120, false, "22"),
            in3389: rule("publicList", 130, false, "3389"),
            out900: rule("publicList", 900, true, "32768-65535"),
            out80: rule("publicList", 100, true, "80"),
            out443: rule("publicList", 110, true, "443"),
            out1433: rule("publicList", 120, true, "1433", "10.0.100.0/22"),
            out22: rule("publicList", 130, true, "22", "10.0.100.0/22"),
            privateList: ["ec2/NetworkAcl", { vpcId: "@vpc", subnetIds: ["@private"] }],
            privateIn: [
                "ec2/NetworkAclRule",
                {
                    networkAclId: "@privateList",
                    ruleNumber: 100,
                    egress: false,
                    ruleAction: "allow",
                    protocol: "-1",
                    fromPort: 0,
                    toPort: 0,
                    cidrBlock: "0.0.0.0/0",
                },
            ],
            privateOut: [
                "ec2/NetworkAclRule",
                {
                    networkAclId: "@privateList",
                    ruleNumber: 100,
                    egress: true,
                    ruleAction: "allow",
                    protocol: "-1",
                    fromPort: 0,
                    toPort: 0,
                    cidrBlock: "0.0.0.0/0",
                },
            ],
            open: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: everything, egress: everything }],
            web: ["ec2/Instance", { subnetId: "@public", vpcSecurityGroupIds: ["@open"] }],
            web2: ["ec2/Instance", { subnetId: "@public2", vpcSecurityGroupIds: ["@open"] }],
            db: ["ec2/Instance", { subnetId: "@private", vpcSecurityGroupIds: ["@open"] }],
        },
        expected: [
            "internet > web tcp 443 = reachable",
            "8.8.8.8 > web tcp 443 from 20000 = blocked",
            "internet > web tcp 8080 = reachable",
            "internet > web udp 53 = blocked",
            "internet > web tcp 21 = blocked",
            "web > internet tcp 443 = reachable",
            "web > internet tcp 22 = blocked",
            "web > web2 tcp 22 = reachable",
            "web > web2 tcp 1433 = reachable",
            // 10.0.100.0/22 is the public subnets, not the private ones.
            "web > db tcp 22 = blocked",
            "web > db tcp 443 = reachable",
            "db > web tcp 443 = reachable",
            "db > web tcp 443 from 20000 = blocked",
            "db > internet tcp 443 = blocked",
            "internet > db tcp 443 = blocked",
        ],
    },
    {
        says: "A connection is a rule out of one group and a rule into the other, each a resource of its own",
        source: "aws/aws-cdk packages/aws-cdk-lib/aws-ec2/test/connections.test.ts: allowTo, allowFrom, allowInternally, imported groups",
        resources: {
            vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
            subnet: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24" }],
            ...Object.fromEntries(
                ["sg1", "sg2", "sg3", "sg4"].flatMap((name): [string, Resources[string]][] => [
                    [name, ["ec2/SecurityGroup", { vpcId: "@vpc" }]],
                    [
                        `${name}Host`,
                        ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: [`@${name}`] }],
                    ],
                ]),
            ),
            to2: [
                "vpc/SecurityGroupEgressRule",
                {
                    securityGroupId: "@sg1",
                    ipProtocol: "tcp",
                    fromPort: 88,
                    toPort: 88,
                    referencedSecurityGroupId: "@sg2",
                },
            ],
            from1: [
                "vpc/SecurityGroupIngressRule",
                {
                    securityGroupId: "@sg2",
                    ipProtocol: "tcp",
                    fromPort: 88,
                    toPort: 88,
                    referencedSecurityGroupId: "@sg1",
                },
            ],
            only: [
                "vpc/SecurityGroupIngressRule",
                {
                    securityGroupId: "@sg3",
                    ipProtocol: "tcp",
                    fromPort: 88,
                    toPort: 88,
                    referencedSecurityGroupId: "@sg1",
                },
            ],
            within: [
                "vpc/SecurityGroupIngressRule",
                {
                    securityGroupId: "@sg4",
                    ipProtocol: "tcp",
                    fromPort: 88,
                    toPort: 88,
                    referencedSecurityGroupId: "@sg4",
                },
            ],
            among: [
                "vpc/SecurityGroupEgressRule",
                {
                    securityGroupId: "@sg4",
                    ipProtocol: "tcp",
                    fromPort: 88,
                    toPort: 88,
                    referencedSecurityGroupId: "@sg4",
                },
            ],
            sg4Peer: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@sg4", "@sg1"] }],
            toImported: [
                "vpc/SecurityGroupEgressRule",
                {
                    securityGroupId: "@sg1",
                    ipProtocol: "tcp",
                    fromPort: 0,
                    toPort: 65535,
                    referencedSecurityGroupId: "sg-12345",
                },
            ],
            fromOurs: [
                "vpc/SecurityGroupIngressRule",
                {
                    securityGroupId: "sg-12345",
                    ipProtocol: "tcp",
                    fromPort: 0,
                    toPort: 65535,
                    referencedSecurityGroupId: "@sg1",
                },
            ],
            imported: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["sg-12345"] }],
        },
        expected: [
            "sg1Host > sg2Host tcp 88 = reachable",
            "sg2Host > sg1Host tcp 88 = blocked",
            "sg1Host > sg2Host tcp 89 = blocked",
            "sg1Host > sg3Host tcp 88 = blocked",
            "sg4Host > sg4Peer tcp 88 = reachable",
            "sg4Peer > sg4Host tcp 88 = reachable",
            "sg4Peer > sg2Host tcp 88 = reachable",
            "sg1Host > imported tcp 4444 = reachable",
            "sg1Host > imported udp 53 = blocked",
            "imported > sg1Host tcp 88 = blocked",
            "imported > sg2Host tcp 88 = blocked",
        ],
    },
]);

describe("independent cases: the command itself", () => {
    let folder: string;
    before(() => (folder = mkdtempSync(join(tmpdir(), "palisade-independent-"))));
    after(() => rmSync(folder, { recursive: true }));

    it("answers a state's questions from a shell as it does within a process", function () {
        this.timeout(60_000);
        const asked = exposedAnswers.map(readExpected);
        const [state, questions] = ["state.json", "questions.json"].map((name) => join(folder, name));
        writeFileSync(state!, JSON.stringify(new CaseNetwork(exposed).state()));
        writeFileSync(questions!, JSON.stringify(asked.map(({ question }) => question)));
        const command = join(__dirname, "..", "..", "..", "bin", "palisade.js");
        const told = execFileSync(process.execPath, [
            command,
            "reach",
            state!,
            "--queries",
            questions!,
            "--json",
        ]);
        const answers = JSON.parse(told.toString()) as Answer[];
        expect(answers.map(({ verdict }) => verdict)).to.deep.equal(asked.map(({ verdict }) => verdict));
    });
});
