import type { ResourceTransform } from "@pulumi/pulumi";
import { expect } from "chai";
import { bareNetwork, bareNetworkOf } from "../support/engine/bare-network";
import { effectsOfSteps, nothing, shortUrn } from "../support/engine/effects";
import { makeEngineHome } from "../support/engine/engine-home";
import type { EngineHome } from "../support/engine/engine-home";
import type { EngineStack } from "../support/engine/engine-stack";
import { accountOf, environmentStack, settingsOf } from "../support/engine/environment-stack";
import type { Properties } from "../support/engine/property-values";

const settings = settingsOf("dev");
const vpc = "aws:ec2/vpc:Vpc";
const subnet = "aws:ec2/subnet:Subnet";
const internetGateway = "aws:ec2/internetGateway:InternetGateway";

describe("a network that takes another name", () => {
    let home: EngineHome | undefined;
    let stack: EngineStack;
    const aws = accountOf(settings);

    before(async () => {
        home = await makeEngineHome();
        stack = await environmentStack(home, aws, "dev", settings, bareNetwork);
        await stack.perform("up");
    });

    after(() => home?.remove());

    it("keeps everything it has when its components have the old name as an alias", async () => {
        const ids = () => aws.account.all().map(({ type, id }) => `${type} ${id}`);
        const before = ids();
        stack.program = bareNetworkOf({ name: "edge", options: { aliases: [{ name: "dev" }] } });
        const { effects } = await stack.perform("up");
        expect(effects).to.deep.include({ create: [], replace: [], delete: [], other: [] });
        expect(effects.update.map(shortUrn)).to.include("Vpc edge");
        expect(ids()).to.deep.equal(before);
        expect(effectsOfSteps((await stack.preview()).steps)).to.deep.equal(nothing);
    });
});

describe("a VPC that somebody made by hand", () => {
    let home: EngineHome | undefined;
    let stack: EngineStack;
    const aws = accountOf(settings);
    /** What is there already, by the type and name that the network gives it. */
    const existing = new Map<string, string>();

    const madeByHand = (name: string, type: string, inputs: Properties): string => {
        const { id } = aws.create(type, { ...inputs, tags: { Name: "made by hand" } });
        existing.set(`${type} ${name}`, id);
        return id;
    };

    /** Imports what is there, as it is; the network's own tags come later. */
    const adopt: ResourceTransform = ({ type, name, props, opts }) => {
        const id = existing.get(`${type} ${name}`);
        const untouched = ["tags", "tagsAll"];
        return id === undefined
            ? undefined
            : { props, opts: { ...opts, import: id, ignoreChanges: untouched } };
    };

    before(async () => {
        home = await makeEngineHome();
        const vpcId = madeByHand("dev", vpc, {
            cidrBlock: "10.0.0.0/16",
            enableDnsHostnames: true,
            enableDnsSupport: true,
            instanceTenancy: "default",
        });
        ["public-a", "public-b", "app-a", "app-b", "db-a", "db-b"].forEach((name, position) =>
            madeByHand(`dev-${name}`, subnet, {
                vpcId,
                cidrBlock: `10.0.${position + 1}.0/24`,
                availabilityZoneId: name.endsWith("a") ? "use1-az1" : "use1-az2",
                mapPublicIpOnLaunch: false,
            }),
        );
        madeByHand("dev", internetGateway, { vpcId });
        const program = bareNetworkOf({ options: { transforms: [adopt] } });
        stack = await environmentStack(home, aws, "dev", settings, program);
    });

    after(() => home?.remove());

    it("is imported with its subnets and its gateway, and none of them is made anew", async () => {
        const { effects } = await stack.perform("up");
        expect(effects.other).to.have.length(existing.size);
        expect(effects).to.deep.include({ update: [], replace: [], delete: [] });
        expect(aws.account.of(vpc)).to.have.length(1);
        expect(aws.account.of(subnet)).to.have.length(6);
        expect(aws.account.of(internetGateway)).to.have.length(1);
    });

    it("is the network's own from then on: it takes its tags and nothing else", async () => {
        stack.program = bareNetwork;
        const { effects } = await stack.perform("up");
        expect(effects).to.deep.include({ create: [], replace: [], delete: [], other: [] });
        expect(effects.update).to.have.length(existing.size);
        for (const [what, id] of existing) {
            const [type, name] = what.split(" ") as [string, string];
            expect(aws.account.need(type, id).properties["tags"]).to.have.property("Name", name);
        }
        expect(effectsOfSteps((await stack.preview()).steps)).to.deep.equal(nothing);
    });
});
