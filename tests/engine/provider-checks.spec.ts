import { expect } from "chai";
import { checkInputs } from "../support/engine/checked-inputs";
import { changesBetween } from "../support/engine/input-changes";
import type { Properties } from "../support/engine/property-values";

describe("the simulated AWS provider, before it asks AWS", () => {
    const naming = { name: "web", randomSeed: Buffer.from("seed") };

    it("names what must be given, conflicts, or lies outside its limits", () => {
        const refused = (type: string, inputs: Properties) =>
            checkInputs(type, {}, inputs, naming).failures.map(({ property }) => property);
        expect(refused("aws:ec2/subnet:Subnet", { cidrBlock: "10.0.0.1/24" })).to.have.members([
            "cidrBlock",
            "vpcId",
        ]);
        expect(refused("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/8" })).to.deep.equal(["cidrBlock"]);
        expect(
            refused("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
                securityGroupId: "sg-1",
                ipProtocol: "tcp",
                fromPort: 70000,
                toPort: 70000,
            }),
        ).to.include.members(["fromPort", "toPort", "cidrIpv4"]);
        expect(refused("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16", cidr: "10.0.0.0/16" })).to.deep.equal([
            "cidr",
        ]);
    });

    it("refuses a name that automatic naming makes too long", () => {
        const long = { ...naming, name: "a-load-balancer-with-a-very-long-name" };
        const { failures } = checkInputs(
            "aws:lb/loadBalancer:LoadBalancer",
            {},
            { subnets: ["subnet-1"] },
            long,
        );
        expect(failures.map(({ property }) => property)).to.deep.equal(["name"]);
    });

    it("replaces on the changes that the provider replaces on, and only on them", () => {
        const replaced = (type: string, olds: Properties, news: Properties) =>
            changesBetween(type, olds, news).replaces;
        const before = { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: false };
        const moved = { ...before, cidrBlock: "10.0.1.0/24" };
        expect(replaced("aws:ec2/subnet:Subnet", before, moved)).to.deep.equal(["cidrBlock"]);
        expect(
            replaced("aws:ec2/subnet:Subnet", before, { ...before, mapPublicIpOnLaunch: true }),
        ).to.deep.equal([]);
        const rule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
        expect(replaced(rule, { cidrIpv4: "10.0.0.0/24" }, { cidrIpv4: "10.0.1.0/24" })).to.deep.equal([]);
        expect(replaced(rule, { cidrIpv4: "10.0.0.0/24" }, { cidrIpv6: "::/0" })).to.not.deep.equal([]);
    });

    it("refuses what only together is wrong", () => {
        const told = (type: string, inputs: Properties) =>
            checkInputs(type, {}, inputs, naming)
                .failures.filter(({ property }) => property === "")
                .map(({ reason }) => reason);
        const refused: readonly [string, string, Properties][] = [
            [
                "cfg/recorder:Recorder",
                "allSupported",
                { recordingGroup: { resourceTypes: ["AWS::EC2::VPC"] } },
            ],
            ["ebs/volume:Volume", "no iops on gp2", { iops: 3000 }],
            ["ebs/volume:Volume", "io2 needs iops", { type: "io2" }],
            ["ebs/volume:Volume", "throughput is gp3's", { type: "st1", throughput: 200 }],
            ["ebs/volume:Volume", "multiAttachEnabled", { type: "gp3", multiAttachEnabled: true }],
            ["ec2/natGateway:NatGateway", "no address", { connectivityType: "private", allocationId: "e" }],
            ["ec2/natGateway:NatGateway", "private NAT", { secondaryPrivateIpAddressCount: 1 }],
            ["ec2/vpnConnection:VpnConnection", "PrivateIpv4", { outsideIpAddressType: "PrivateIpv4" }],
            ["elasticache/replicationGroup:ReplicationGroup", "automaticFailover", { multiAzEnabled: true }],
            [
                "elasticache/replicationGroup:ReplicationGroup",
                "two cache clusters",
                { automaticFailoverEnabled: true, numCacheClusters: 1 },
            ],
            ["lb/listener:Listener", "the redirect action", { defaultActions: [{ type: "redirect" }] }],
            ["lb/targetGroup:TargetGroup", "are needed", { protocol: "HTTP" }],
            ["lb/targetGroup:TargetGroup", "path", { healthCheck: { protocol: "TCP", path: "/" } }],
            [
                "lb/targetGroup:TargetGroup",
                "TCP targets",
                { protocol: "HTTP", healthCheck: { protocol: "TCP" } },
            ],
            [
                "rds/instance:Instance",
                "blueGreen",
                { engine: "sqlserver-ex", blueGreenUpdate: { enabled: true } },
            ],
            ["sns/topic:Topic", "FIFO topics", { contentBasedDeduplication: true }],
            ["sns/topic:Topic", "is no name", { name: "a topic" }],
            ["sns/topicSubscription:TopicSubscription", "filterPolicy", { filterPolicyScope: "MessageBody" }],
            ["sqs/queue:Queue", "FIFO queues", { contentBasedDeduplication: true }],
            ["sqs/queue:Queue", "is no name", { name: "orders", fifoQueue: true }],
        ];
        for (const [type, reason, inputs] of refused) {
            expect(told(`aws:${type}`, inputs).join(), `${type} ${reason}`).to.contain(reason);
        }
        const target = { protocol: "HTTP", port: 80, vpcId: "vpc-1", healthCheck: { protocol: "HTTP" } };
        expect(told("aws:lb/targetGroup:TargetGroup", target)).to.deep.equal([]);
        expect(told("aws:sqs/queue:Queue", { name: "orders.fifo", fifoQueue: true })).to.deep.equal([]);
        expect(told("aws:ebs/volume:Volume", { type: "gp3", iops: 3000, throughput: 200 })).to.deep.equal([]);
    });

    it("refuses texts that are not of their format", () => {
        const format = (type: string, property: string, value: string) =>
            checkInputs(type, {}, { [property]: value }, naming).failures.filter(
                (failure) => failure.property === property,
            );
        const formats: readonly [string, string, string, string][] = [
            ["aws:rds/instance:Instance", "backupWindow", "03:00-04:00", "3:00-4:00"],
            ["aws:rds/instance:Instance", "maintenanceWindow", "Sun:05:00-Sun:06:00", "Sunday:05:00-06:00"],
            ["aws:rds/instance:Instance", "monitoringRoleArn", "arn:aws:iam::111122223333:role/a", "role/a"],
            ["aws:ec2/natGateway:NatGateway", "privateIp", "10.0.0.4", "10.0.0.400"],
            ["aws:ec2/vpcEndpoint:VpcEndpoint", "policy", "{}", "{"],
        ];
        for (const [type, property, good, bad] of formats) {
            expect(format(type, property, good), `${type} ${property}`).to.deep.equal([]);
            expect(format(type, property, bad), `${type} ${property}`).to.have.length(1);
        }
    });

    it("replaces on the changes inside a block that the provider replaces on, and only on them", () => {
        const replaced = (olds: Properties[], news: Properties[]) =>
            changesBetween("aws:ec2/instance:Instance", { ebsBlockDevices: olds }, { ebsBlockDevices: news })
                .replaces;
        const [data, logs] = ["/dev/sdf", "/dev/sdg"].map((deviceName) => ({ deviceName, encrypted: true }));
        expect(replaced([data!, logs!], [logs!, data!])).to.deep.equal([]);
        expect(replaced([data!], [{ ...data!, encrypted: false }])).to.deep.equal(["ebsBlockDevices"]);
        expect(replaced([data!], [data!, logs!])).to.deep.equal(["ebsBlockDevices"]);
        const root = (rootBlockDevice: Properties) => ({ rootBlockDevice });
        const change = (olds: Properties, news: Properties) =>
            changesBetween("aws:ec2/instance:Instance", root(olds), root(news)).replaces;
        expect(change({ volumeSize: 20 }, { volumeSize: 30 })).to.deep.equal([]);
        expect(change({ encrypted: false }, { encrypted: true })).to.deep.equal(["rootBlockDevice"]);
    });

    it("replaces where only some changes of a property need it", () => {
        const replaced = (type: string, olds: Properties, news: Properties) =>
            changesBetween(`aws:${type}`, olds, news).replaces.length > 0;
        const transit = "ec2transitgateway/transitGateway:TransitGateway";
        const [on, off] = [
            { defaultRouteTableAssociation: "enable" },
            { defaultRouteTableAssociation: "disable" },
        ];
        expect(replaced(transit, off, on)).to.equal(true);
        expect(replaced(transit, on, off)).to.equal(false);
        const parameter = "ssm/parameter:Parameter";
        expect(replaced(parameter, { tier: "Advanced" }, { tier: "Standard" })).to.equal(true);
        expect(replaced(parameter, { tier: "Standard" }, { tier: "Advanced" })).to.equal(false);
        expect(
            replaced("ec2/vpc:Vpc", { instanceTenancy: "default" }, { instanceTenancy: "dedicated" }),
        ).to.equal(true);
        const balancer = "lb/loadBalancer:LoadBalancer";
        const network = (...subnets: string[]) => ({ loadBalancerType: "network", subnets });
        expect(replaced(balancer, network("a"), network("a", "b"))).to.equal(false);
        expect(replaced(balancer, network("a", "b"), network("a"))).to.equal(true);
        expect(replaced(balancer, { subnets: ["a", "b"] }, { subnets: ["a"] })).to.equal(false);
        const mapped = (subnetId: string, allocationId: string) => ({
            subnetMappings: [{ subnetId, allocationId }],
        });
        expect(replaced(balancer, mapped("a", "one"), mapped("a", "two"))).to.equal(true);
        expect(replaced(balancer, mapped("a", "one"), mapped("b", "one"))).to.equal(false);
    });
});
