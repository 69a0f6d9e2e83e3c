import { expect } from "chai";
import { monthlyCost } from "../../../analysis/cost/monthly-cost";
import type { PropertyValue, ResourceRecord } from "../../../analysis/model/resource-record";
import { unknownValue } from "../../../analysis/model/resource-record";
import prices from "../../../data/prices.json";

const record = (
    type: string,
    name: string,
    properties: { readonly [property: string]: PropertyValue } = {},
    more: Partial<ResourceRecord> = {},
): ResourceRecord => ({
    urn: `urn:${name}`,
    type,
    name,
    custom: true,
    properties,
    propertyDependencies: {},
    dependencies: [],
    ...more,
});

const costOf = (records: readonly ResourceRecord[], region = "us-east-1") =>
    monthlyCost(records, prices, region);

const amounts = (records: readonly ResourceRecord[]) =>
    costOf(records).lines.map(({ item, quantity, monthly }) => [item, quantity, monthly]);

describe("monthlyCost", () => {
    it("prices a NAT gateway by the hour and by its assumed data", () => {
        expect(amounts([record("aws:ec2/natGateway:NatGateway", "nat")])).to.deep.equal([
            ["NAT gateway", 730, 32.85],
            ["NAT gateway, data", 100, 4.5],
        ]);
    });

    it("prices an interface endpoint in each of its zones, though their ids are unknown", () => {
        const endpoint = record("aws:ec2/vpcEndpoint:VpcEndpoint", "ssm", {
            vpcEndpointType: "Interface",
            subnetIds: [unknownValue, unknownValue],
        });
        expect(amounts([endpoint])[0]).to.deep.equal(["interface endpoint, 2 zones", 1460, 14.6]);
    });

    it("takes a gateway endpoint, which is the type where none is stated, as free", () => {
        expect(amounts([record("aws:ec2/vpcEndpoint:VpcEndpoint", "s3")])).to.deep.equal([]);
    });

    it("counts the public addresses of an internet-facing load balancer, and none of an internal one", () => {
        const balancer = (internal: boolean) =>
            record("aws:lb/loadBalancer:LoadBalancer", "alb", {
                internal,
                subnets: [unknownValue, unknownValue],
            });
        const items = (internal: boolean) =>
            amounts([balancer(internal)]).map(([item, quantity]) => [item, quantity]);
        expect(items(false)).to.deep.include(["public IPv4 address", 1460]);
        expect(items(true).map(([item]) => item)).not.to.include("public IPv4 address");
    });

    it("scales an instance's price by its size and adds its volumes", () => {
        const instance = record("aws:ec2/instance:Instance", "web", {
            instanceType: "m6g.2xlarge",
            rootBlockDevice: { volumeType: "gp3", volumeSize: 50 },
            associatePublicIpAddress: true,
        });
        expect(amounts([instance])).to.deep.equal([
            ["m6g.2xlarge instance", 730, 224.84],
            ["gp3 volume", 50, 4],
            ["public IPv4 address", 730, 3.65],
        ]);
    });

    it("prices an Auto Scaling group's instances by its launch template", () => {
        const template = record("aws:ec2/launchTemplate:LaunchTemplate", "template", {
            instanceType: "t4g.micro",
            blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeType: "gp3", volumeSize: 20 } }],
        });
        const group = record(
            "aws:autoscaling/group:Group",
            "app",
            { desiredCapacity: 2, launchTemplate: { id: unknownValue } },
            { propertyDependencies: { launchTemplate: [template.urn] } },
        );
        expect(amounts([template, group])).to.deep.equal([
            ["t4g.micro instance", 1460, 12.26],
            ["gp3 volume", 40, 3.2],
        ]);
    });

    it("doubles a database and its storage in two zones", () => {
        const database = record("aws:rds/instance:Instance", "db", {
            engine: "mysql",
            instanceClass: "db.t4g.medium",
            allocatedStorage: 20,
            storageType: "gp3",
            multiAz: true,
        });
        expect(amounts([database])).to.deep.equal([
            ["db.t4g.medium mysql, two zones", 1460, 94.17],
            ["database storage, gp3", 40, 4.6],
        ]);
    });

    it("sums by the outermost component, the dearest first, and what has none last by its own", () => {
        const network = record("palisade:index:Network", "net", {}, { custom: false });
        const endpoints = record(
            "palisade:index:Endpoints",
            "endpoints",
            {},
            { custom: false, parent: network.urn },
        );
        const { components, fixed, usage, total } = costOf([
            network,
            endpoints,
            record("aws:ec2/natGateway:NatGateway", "nat", {}, { parent: endpoints.urn }),
            record("aws:kms/key:Key", "key"),
        ]);
        expect(components).to.deep.equal([{ component: "net", monthly: 37.35 }, { monthly: 1 }]);
        expect([fixed, usage, total]).to.deep.equal([33.85, 4.5, 38.35]);
    });

    it("tells what it cannot price, and why, rather than taking it as free", () => {
        const { lines, unpriced } = costOf([
            record("aws:ec2/instance:Instance", "odd", { instanceType: "x99.large" }),
            record("aws:ec2/instance:Instance", "open", { instanceType: unknownValue }),
            record("aws:quantum/annealer:Annealer", "new"),
            record("aws:guardduty/detector:Detector", "detector"),
        ]);
        expect(lines).to.deep.equal([]);
        expect(unpriced.map(({ urn, reason }) => [urn, reason.split(",")[0]])).to.deep.equal([
            ["urn:odd", "no price for instance type x99.large"],
            ["urn:open", "its instance type is not known"],
            ["urn:new", "no price is known for its type"],
            ["urn:detector", "by events analysed"],
        ]);
    });

    it("leaves out what this stack only reads, and what AWS does not bill", () => {
        const { lines, unpriced } = costOf([
            record("aws:ec2/natGateway:NatGateway", "shared", {}, { external: true }),
            record("aws:ec2/vpc:Vpc", "net"),
            record("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "rule"),
            record("aws:iam/role:Role", "role"),
        ]);
        expect([lines, unpriced]).to.deep.equal([[], []]);
    });

    it("uses a region's own prices, a twin's, or says whose stand in", () => {
        const nat = [record("aws:ec2/natGateway:NatGateway", "nat")];
        const fixed = (region: string) => {
            const cost = costOf(nat, region);
            return [cost.fixed, cost.pricedAs];
        };
        expect(fixed("eu-central-1")).to.deep.equal([37.96, undefined]);
        expect(fixed("us-west-2")).to.deep.equal([32.85, undefined]);
        expect(fixed("mars-north-1")).to.deep.equal([32.85, "us-east-1"]);
    });
});
