import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { named, runSpecimen } from "./offline-project";

class Zone extends pulumi.ComponentResource {
    readonly subnetId: pulumi.Output<string>;

    constructor(name: string, vpcId: pulumi.Input<string>, options?: pulumi.ComponentResourceOptions) {
        super("specimen:index:Zone", name, { vpcId }, options);
        const subnet = new aws.ec2.Subnet(
            `${name}-subnet`,
            { vpcId, cidrBlock: "10.0.1.0/24" },
            { parent: this },
        );
        new aws.ec2.RouteTable(`${name}-table`, { vpcId }, { parent: subnet });
        this.subnetId = subnet.id;
        this.registerOutputs({ subnetId: this.subnetId });
    }
}

const failureOf = (program: () => unknown): Promise<Error> =>
    runSpecimen(program).then(
        () => expect.fail("the program was expected to fail"),
        (error: Error) => error,
    );

describe("runOffline", () => {
    it("gives URNs the types of all ancestors but the stack", async () => {
        const run = await runSpecimen(() => {
            new Zone("a", new aws.ec2.Vpc("net", { cidrBlock: "10.0.0.0/16" }).id);
        });
        expect(run.registrations.map(({ urn }) => urn)).to.have.members([
            "urn:pulumi:dev::specimen::pulumi:pulumi:Stack::specimen-dev",
            "urn:pulumi:dev::specimen::pulumi:providers:aws::default_7_48_0",
            "urn:pulumi:dev::specimen::aws:ec2/vpc:Vpc::net",
            "urn:pulumi:dev::specimen::specimen:index:Zone::a",
            "urn:pulumi:dev::specimen::specimen:index:Zone$aws:ec2/subnet:Subnet::a-subnet",
            "urn:pulumi:dev::specimen::specimen:index:Zone$aws:ec2/subnet:Subnet$aws:ec2/routeTable:RouteTable::a-table",
        ]);
    });

    it("keeps ids and computed outputs unknown and known inputs known", async () => {
        const known: { [output: string]: boolean } = {};
        await runSpecimen(async () => {
            const vpc = new aws.ec2.Vpc("net", { cidrBlock: "10.0.0.0/16" });
            for (const output of ["id", "arn", "cidrBlock", "mainRouteTableId"] as const) {
                known[output] = await (vpc[output] as unknown as { isKnown: Promise<boolean> }).isKnown;
            }
        });
        expect(known).to.deep.equal({ id: false, arn: false, cidrBlock: true, mainRouteTableId: false });
    });

    it("runs as a dry run, so that no apply sees an unknown value", async () => {
        const seen: unknown[] = [];
        await runSpecimen(() => {
            const vpc = new aws.ec2.Vpc("net", { cidrBlock: "10.0.0.0/16" });
            vpc.id.apply((id) => seen.push(id));
            vpc.cidrBlock.apply((cidr) => seen.push(cidr, pulumi.runtime.isDryRun()));
        });
        expect(seen).to.deep.equal(["10.0.0.0/16", true]);
    });

    it("records which resources each property was computed from", async () => {
        const run = await runSpecimen(() => {
            const vpc = new aws.ec2.Vpc("net", { cidrBlock: "10.0.0.0/16" });
            const gateway = new aws.ec2.InternetGateway("out", { vpcId: vpc.id });
            new aws.ec2.Eip("nat", { domain: "vpc" }, { dependsOn: gateway });
        });
        const vpc = named(run, "net").urn;
        const gateway = named(run, "out");
        expect(gateway.propertyDependencies).to.deep.equal({ vpcId: [vpc] });
        expect(gateway.dependencies).to.deep.equal([vpc]);
        expect(named(run, "nat").dependencies).to.deep.equal([gateway.urn]);
        expect(named(run, "nat").propertyDependencies).to.deep.equal({ domain: [] });
    });

    it("records the options that a program states and leaves out those it does not", async () => {
        const run = await runSpecimen(() => {
            new aws.ec2.Vpc("plain", { cidrBlock: "10.0.0.0/16" });
            new aws.ec2.Vpc(
                "kept",
                { cidrBlock: "10.0.0.0/16" },
                {
                    protect: true,
                    retainOnDelete: true,
                    ignoreChanges: ["tags"],
                    deleteBeforeReplace: false,
                    aliases: [{ name: "older" }, "urn:pulumi:dev::specimen::aws:ec2/vpc:Vpc::oldest"],
                    customTimeouts: { create: "5m" },
                },
            );
        });
        expect(named(run, "plain").options).to.deep.equal({ version: "7.48.0" });
        const parent = named(run, "specimen-dev").urn;
        expect(named(run, "kept").options).to.deep.equal({
            version: "7.48.0",
            protect: true,
            retainOnDelete: true,
            ignoreChanges: ["tags"],
            deleteBeforeReplace: false,
            aliases: [{ name: "older", parent }, "urn:pulumi:dev::specimen::aws:ec2/vpc:Vpc::oldest"],
            customTimeouts: { create: "5m" },
        });
    });

    it("gives resources the engine's default provider, configured by the stack's settings", async () => {
        const run = await runSpecimen(() => {
            new aws.ec2.Vpc("net", { cidrBlock: "10.0.0.0/16" });
        });
        const provider = named(run, "default_7_48_0");
        expect(provider.inputs).to.deep.equal({ region: "us-east-1", version: "7.48.0" });
        expect(named(run, "net").provider).to.equal(`${provider.urn}::04da6b54-80e4-46f7-96ec-b56ff0331ba9`);
    });

    it("merges the provider's default tags into tagsAll, as the provider's check does", async () => {
        const run = await runSpecimen(
            () => {
                new aws.ec2.Vpc("net", { cidrBlock: "10.0.0.0/16", tags: { Name: "net", owner: "team" } });
            },
            { "aws:defaultTags": JSON.stringify({ tags: { owner: "nobody", stack: "dev" } }) },
        );
        expect(named(run, "net").outputs.tagsAll).to.deep.equal({ Name: "net", owner: "team", stack: "dev" });
    });

    it("records what is only read as external, with its id", async () => {
        const run = await runSpecimen(() => {
            const shared = aws.ec2.Vpc.get("shared", "vpc-0abc", { cidrBlock: "10.9.0.0/16" });
            new aws.ec2.InternetGateway("out", { vpcId: shared.id });
        });
        expect(named(run, "shared")).to.include({ external: true, id: "vpc-0abc", custom: true });
        expect(named(run, "out").inputs).to.deep.equal({ vpcId: "vpc-0abc" });
    });

    it("records a component's outputs and the stack's", async () => {
        const run = await runSpecimen(() => ({ zone: new Zone("a", "vpc-0abc").subnetId, name: "net" }));
        expect(named(run, "a").custom).to.equal(false);
        expect(Object.keys(named(run, "a").outputs)).to.deep.equal(["subnetId"]);
        expect(named(run, "specimen-dev").outputs).to.include({ name: "net" });
    });

    it("marks secret inputs as the SDK does", async () => {
        const run = await runSpecimen(() => {
            new aws.ssm.Parameter("key", { type: "SecureString", value: pulumi.secret("hunter2") });
        });
        expect(named(run, "key").inputs.value).to.deep.equal({
            [pulumi.runtime.specialSigKey]: pulumi.runtime.specialSecretSig,
            value: "hunter2",
        });
    });

    it("refuses two resources with one URN and says what to change", async () => {
        const error = await failureOf(() => {
            new aws.ec2.Vpc("net", { cidrBlock: "10.0.0.0/16" });
            new aws.ec2.Vpc("net", { cidrBlock: "10.1.0.0/16" });
        });
        expect(error.message).to.contain("urn:pulumi:dev::specimen::aws:ec2/vpc:Vpc::net");
        expect(error.message).to.contain("give one of them another name");
    });

    it("refuses engine-side transforms rather than showing what the engine would change", async () => {
        const onResource = await failureOf(() => {
            const transforms = [({ props, opts }: pulumi.ResourceTransformArgs) => ({ props, opts })];
            new aws.ec2.Vpc("net", { cidrBlock: "10.0.0.0/16" }, { transforms });
        });
        const onStack = await failureOf(() => {
            pulumi.runtime.registerResourceTransform(() => undefined);
            new aws.ec2.Vpc("net", { cidrBlock: "10.0.0.0/16" });
        });
        for (const { message } of [onResource, onStack]) {
            expect(message).to.match(/^engine-side transforms run only in the engine/);
        }
    });

    it("fails on a call that asks a provider, naming the function", async () => {
        const error = await failureOf(async () => {
            await aws.getAvailabilityZones();
        });
        expect(error.message).to.contain("aws:index/getAvailabilityZones:getAvailabilityZones");
    });

    it("answers a call's output form as unknown and reports it", async () => {
        const run = await runSpecimen(() => {
            const zones = aws.getAvailabilityZonesOutput({ state: "available" });
            new aws.ec2.Subnet("a", {
                vpcId: "vpc-0abc",
                cidrBlock: "10.0.1.0/24",
                availabilityZone: zones.names.apply((names) => names[0] ?? ""),
            });
        });
        expect(run.unansweredCalls).to.deep.equal([
            { token: "aws:index/getAvailabilityZones:getAvailabilityZones", answeredAsUnknown: true },
        ]);
        expect(named(run, "a").inputs.availabilityZone).to.equal(pulumi.runtime.unknownValue);
    });

    it("records a component that a plugin would make, its outputs unknown", async () => {
        class Elsewhere extends pulumi.ComponentResource {
            declare readonly vpcId: pulumi.Output<string>;

            constructor(name: string) {
                super("awsx:ec2:Vpc", name, { vpcId: undefined }, {}, true);
            }
        }
        let known: boolean | undefined;
        const run = await runSpecimen(async () => {
            known = await (new Elsewhere("net").vpcId as unknown as { isKnown: Promise<boolean> }).isKnown;
        });
        expect(named(run, "net")).to.include({ remote: true, custom: false });
        expect(known).to.equal(false);
    });

    it("fails with the program's own error, thrown at once or inside an apply", async () => {
        const thrown = await failureOf(() => {
            throw new Error("no such tier");
        });
        expect(thrown.message).to.equal("no such tier");
        const later = await failureOf(() => {
            const vpc = new aws.ec2.Vpc("net", { cidrBlock: "10.0.0.0/16" });
            vpc.cidrBlock.apply(() => {
                throw new Error("inside an apply");
            });
        });
        expect(later.message).to.equal("inside an apply");
    });

    it("sends what a program prints to stderr, so that stdout is only data", async () => {
        const write = process.stdout.write;
        const printed: string[] = [];
        process.stdout.write = (text: string | Uint8Array) => printed.push(String(text)) > 0;
        try {
            await runSpecimen(() => console.log("printed by the program"));
        } finally {
            process.stdout.write = write;
        }
        expect(printed).to.deep.equal([]);
    });

    it("gives each of several runs at once a state of its own", async () => {
        const runs = await Promise.all(
            ["first", "second"].map((name) =>
                runSpecimen(
                    () => {
                        new aws.ec2.Vpc(new pulumi.Config("specimen").require("name"), {
                            cidrBlock: "10.0.0.0/16",
                        });
                    },
                    { "specimen:name": name },
                ),
            ),
        );
        expect(runs.map((run) => run.registrations.map(({ name }) => name))).to.deep.equal([
            ["specimen-dev", "default_7_48_0", "first"],
            ["specimen-dev", "default_7_48_0", "second"],
        ]);
    });
});
