import { expect } from "chai";
import { Network } from "../../components/network";
import type { NetworkArgs } from "../../components/network/network-args";
import {
    planOf,
    prefixListOf,
    readyFor,
    routeTablesOf,
    subnetsOf,
} from "../../components/network/network-parts";
import { inputsOf, namesOf, record, type RecordedResource } from "../support/recorded";

const args: NetworkArgs = {
    region: "us-east-1",
    cidr: "10.0.0.0/16",
    addressing: "seed",
    zones: { a: "use1-az1", b: "use1-az2" },
};

const types = {
    vpc: "aws:ec2/vpc:Vpc",
    subnet: "aws:ec2/subnet:Subnet",
    table: "aws:ec2/routeTable:RouteTable",
    route: "aws:ec2/route:Route",
    association: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    internetGateway: "aws:ec2/internetGateway:InternetGateway",
    egressOnly: "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway",
    nat: "aws:ec2/natGateway:NatGateway",
    eip: "aws:ec2/eip:Eip",
    endpoint: "aws:ec2/vpcEndpoint:VpcEndpoint",
    endpointAssociation: "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation",
} as const;

const ipv6Vpc = { [types.vpc]: { ipv6CidrBlock: "2600:1f18:1:100::/56" } };

async function resources(change: Partial<NetworkArgs> = {}): Promise<readonly RecordedResource[]> {
    const run = () => new Network("main", { ...args, ...change });
    return (await record(run, { preview: false, outputs: ipv6Vpc })).resources;
}

/** Every route by its table and destination, and the one target it has. */
async function routes(change: Partial<NetworkArgs> = {}): Promise<Record<string, string>> {
    const all = await resources(change);
    return Object.fromEntries(
        all
            .filter((resource) => resource.type === types.route)
            .map(
                ({ inputs: { routeTableId, destinationCidrBlock, destinationIpv6CidrBlock, ...target } }) => [
                    `${String(routeTableId)} ${String(destinationCidrBlock ?? destinationIpv6CidrBlock)}`,
                    JSON.stringify(target),
                ],
            ),
    );
}

describe("a network", () => {
    it("has the seed's subnets, in their zones, none giving out public addresses", async () => {
        const all = await resources();
        expect(namesOf(all, types.subnet)).to.have.members([
            "main-public-a",
            "main-public-b",
            "main-app-a",
            "main-app-b",
            "main-db-a",
            "main-db-b",
        ]);
        expect(inputsOf(all, types.subnet, "main-db-b")).to.deep.equal({
            vpcId: "main-id",
            cidrBlock: "10.0.6.0/24",
            availabilityZoneId: "use1-az2",
            mapPublicIpOnLaunch: false,
            tags: { Tier: "db", Name: "main-db-b" },
        });
        for (const subnet of all.filter((resource) => resource.type === types.subnet)) {
            expect(subnet.inputs.mapPublicIpOnLaunch, subnet.name).to.equal(false);
        }
    });

    it("has DNS support and host names", async () => {
        expect(inputsOf(await resources(), types.vpc, "main")).to.include({
            enableDnsSupport: true,
            enableDnsHostnames: true,
        });
    });

    it("adopts the default group, ACL and route table, and empties them", async () => {
        const all = await resources();
        const group = inputsOf(all, "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "main-default");
        const acl = inputsOf(all, "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", "main-default");
        const table = inputsOf(all, "aws:ec2/defaultRouteTable:DefaultRouteTable", "main-default");
        expect([group.ingress, group.egress, acl.ingress, acl.egress, table.routes]).to.deep.equal([
            [],
            [],
            [],
            [],
            [],
        ]);
    });

    it("routes each app subnet to its own zone's NAT and the database tier nowhere", async () => {
        expect(await routes({ nat: "perZone" })).to.deep.equal({
            "main-public-id 0.0.0.0/0": `{"gatewayId":"main-id"}`,
            "main-app-a-id 0.0.0.0/0": `{"natGatewayId":"main-nat-a-id"}`,
            "main-app-b-id 0.0.0.0/0": `{"natGatewayId":"main-nat-b-id"}`,
        });
    });

    it("puts each NAT gateway into its zone's public subnet, with an address of its own", async () => {
        const all = await resources({ nat: "perZone" });
        expect(namesOf(all, types.eip)).to.deep.equal(["main-nat-a", "main-nat-b"]);
        expect(inputsOf(all, types.nat, "main-nat-b")).to.include({
            subnetId: "main-public-b-id",
            allocationId: "main-nat-b-id",
            connectivityType: "public",
        });
    });

    it("only adds, and changes no input but a route's target, on the way from single NAT to NAT per zone", async () => {
        const [single, perZone] = [await resources({ nat: "single" }), await resources({ nat: "perZone" })];
        const changed: string[] = [];
        for (const before of single.filter((resource) => resource.custom)) {
            const after = inputsOf(perZone, before.type, before.name);
            for (const property of new Set([...Object.keys(before.inputs), ...Object.keys(after)])) {
                if (JSON.stringify(before.inputs[property]) !== JSON.stringify(after[property])) {
                    changed.push(`${before.type} ${before.name} ${property}`);
                }
            }
        }
        expect(changed).to.deep.equal([`${types.route} main-app-b-internet natGatewayId`]);
        expect(perZone.length).to.equal(single.length + 2);
    });

    it("makes one regional NAT gateway that sits in no subnet", async () => {
        const all = await resources({ nat: "regional" });
        expect(namesOf(all, types.eip)).to.deep.equal([]);
        expect(inputsOf(all, types.nat, "main-nat")).to.deep.equal({
            vpcId: "main-id",
            availabilityMode: "regional",
            connectivityType: "public",
            tags: { Name: "main-nat" },
        });
        expect((await routes({ nat: "regional" }))["main-app-b-id 0.0.0.0/0"]).to.equal(
            `{"natGatewayId":"main-nat-id"}`,
        );
    });

    it("has neither gateway nor address where nothing is public", async () => {
        const all = await resources({ tiers: { db: { access: "isolated" } } });
        for (const type of [types.internetGateway, types.nat, types.eip, types.route]) {
            expect(namesOf(all, type), type).to.deep.equal([]);
        }
    });

    it("reaches S3 from every private and isolated table, and from no public one", async () => {
        const all = await resources();
        expect(inputsOf(all, types.endpoint, "main-s3")).to.include({
            serviceName: "com.amazonaws.us-east-1.s3",
            vpcEndpointType: "Gateway",
        });
        expect(namesOf(all, types.endpointAssociation)).to.have.members([
            "main-s3-app-a",
            "main-s3-app-b",
            "main-s3-db",
        ]);
    });

    it("reaches DynamoDB the same way where asked to", async () => {
        const all = await resources({ gatewayEndpoints: ["s3", "dynamodb"] });
        expect(namesOf(all, types.endpoint)).to.have.members(["main-s3", "main-dynamodb"]);
    });

    it("lets only its own account through gateway endpoints, and AWS's packages, where it knows the account", async () => {
        const all = await resources({ gatewayEndpoints: ["s3", "dynamodb"], accountId: "123456789012" });
        const statements = (name: string): { Sid: string; Condition?: unknown }[] =>
            (
                JSON.parse(inputsOf(all, types.endpoint, name).policy as string) as {
                    Statement: { Sid: string; Condition?: unknown }[];
                }
            ).Statement;
        expect(statements("main-s3").map(({ Sid }) => Sid)).to.deep.equal([
            "OwnAccountOwnBuckets",
            "AwsPackagesAndPatches",
        ]);
        expect(statements("main-dynamodb").map(({ Condition }) => Condition)).to.deep.equal([
            { StringEquals: { "aws:PrincipalAccount": "123456789012" } },
        ]);
        expect(inputsOf(await resources(), types.endpoint, "main-s3")).to.not.have.property("policy");
    });

    it("gives each subnet its /64 in a dual-stack network, and public subnets no address unasked", async () => {
        const all = await resources({ ipv6: true });
        expect(inputsOf(all, types.vpc, "main").assignGeneratedIpv6CidrBlock).to.equal(true);
        expect(inputsOf(all, types.subnet, "main-db-b")).to.include({
            ipv6CidrBlock: "2600:1f18:1:121::/64",
            assignIpv6AddressOnCreation: true,
        });
        expect(inputsOf(all, types.subnet, "main-public-a").assignIpv6AddressOnCreation).to.equal(false);
    });

    it("takes IPv6 of private tiers out through the egress-only gateway", async () => {
        const ipv6 = await routes({ ipv6: true });
        expect(ipv6["main-app-a-id ::/0"]).to.equal(`{"egressOnlyGatewayId":"main-id"}`);
        expect(ipv6["main-public-id ::/0"]).to.equal(`{"gatewayId":"main-id"}`);
        expect(Object.keys(ipv6).filter((key) => key.startsWith("main-db"))).to.deep.equal([]);
    });

    it("attaches every subnet to exactly one table", async () => {
        const all = await resources();
        const attached = all.filter((resource) => resource.type === types.association);
        expect(
            attached.map(({ inputs }) => `${String(inputs.subnetId)} ${String(inputs.routeTableId)}`),
        ).to.have.members([
            "main-public-a-id main-public-id",
            "main-public-b-id main-public-id",
            "main-app-a-id main-app-a-id",
            "main-app-b-id main-app-b-id",
            "main-db-a-id main-db-id",
            "main-db-b-id main-db-id",
        ]);
    });

    it("puts the tags given on everything that takes tags", async () => {
        const all = await resources({ tags: { environment: "test" } });
        for (const { type, name, inputs } of all.filter((resource) => "tags" in resource.inputs)) {
            expect((inputs.tags as Record<string, string>).environment, `${type} ${name}`).to.equal("test");
        }
    });

    it("stands beside another network in one stack", async () => {
        const { resources: all } = await record(() => {
            new Network("blue", args);
            new Network("green", { ...args, cidr: "10.1.0.0/16" });
        });
        expect(namesOf(all, types.vpc)).to.deep.equal(["blue", "green"]);
        for (const { name } of all) {
            expect(name).to.match(/^(blue|green)(-|$)/);
        }
    });

    it("can be previewed before anything in it exists", async () => {
        const { resources: preview } = await record(() => new Network("main", { ...args, ipv6: true }));
        expect(preview.length).to.equal((await resources({ ipv6: true })).length);
    });

    it("refuses wrong arguments with one error that lists them all, before it registers anything", async () => {
        const wrong = {
            ...args,
            cidr: "10.0.0.0/8",
            zones: { a: "use1-az1" },
            tiers: { db: { access: "isolated" } },
            nat: "single",
        } as const;
        let message = "";
        const { resources: all } = await record(() => {
            try {
                new Network("main", wrong);
            } catch (error) {
                message = (error as Error).message;
            }
        });
        expect(message)
            .to.match(/cidr: /)
            .and.to.match(/zones: /)
            .and.to.match(/nat: /);
        expect(all).to.deep.equal([]);
    });

    it("hands its subnets, tables and readiness to the components built on it", async () => {
        await record(() => {
            const network = new Network("main", { ...args, nat: "perZone" });
            expect(subnetsOf(network, "app").map(({ zone, cidr }) => [zone, cidr])).to.deep.equal([
                ["a", "10.0.3.0/24"],
                ["b", "10.0.4.0/24"],
            ]);
            expect(routeTablesOf(network, "app").map(({ key }) => key)).to.deep.equal(["app-a", "app-b"]);
            expect(planOf(network).natZoneOf).to.deep.equal({ a: "a", b: "b" });
            expect(readyFor(network, "public").length).to.equal(2 + 1);
            expect(readyFor(network, "app").length).to.equal(2 + 2 + 2);
            expect(readyFor(network, "db").length).to.equal(2 + 1);
            expect(() => prefixListOf(network, "dynamodb")).to.throw(/no gateway endpoint for dynamodb/);
            expect(() => subnetsOf(network, "cache")).to.throw(/its tiers are public, app, db/);
        });
    });
});
