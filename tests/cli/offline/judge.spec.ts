import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import {
    validateResourceOfType,
    type ResourceValidationArgs,
    type ResourceValidationPolicy,
    type StackValidationArgs,
    type StackValidationPolicy,
} from "@pulumi/policy";
import { expect } from "chai";
import type { Finding } from "../../../analysis/finding";
import { judge, type Policy, type PolicyConfig } from "../../../cli/offline/judge";
import { runSpecimen } from "./offline-project";

const vpcUrn = "urn:pulumi:dev::specimen::aws:ec2/vpc:Vpc::net";

const network = () => {
    const vpc = new aws.ec2.Vpc("net", { cidrBlock: "10.0.0.0/16" });
    new aws.ec2.InternetGateway("out", { vpcId: vpc.id });
    new aws.ssm.Parameter("key", { type: "SecureString", value: pulumi.secret("hunter2") });
};

const judged = async (policy: Policy, config: PolicyConfig = {}) =>
    judge((await runSpecimen(network)).registrations, [policy], config);

const ofResource = (
    validateResource: ResourceValidationPolicy["validateResource"],
): ResourceValidationPolicy => ({ name: "sample", description: "a sample", validateResource });

const ofStack = (validateStack: StackValidationPolicy["validateStack"]): StackValidationPolicy => ({
    name: "sample",
    description: "a sample",
    validateStack,
});

describe("judge", () => {
    it("gives resource policies the inputs of the types they ask for, secrets bare", async () => {
        const seen: unknown[] = [];
        await judged(
            ofResource([
                validateResourceOfType(aws.ec2.Vpc, ({ cidrBlock }) => void seen.push(cidrBlock)),
                validateResourceOfType(aws.ssm.Parameter, ({ value }) => void seen.push(value)),
            ]),
        );
        expect(seen).to.deep.equal(["10.0.0.0/16", "hunter2"]);
    });

    it("counts a policy that touches an unknown as undecidable at its own enforcement", async () => {
        const policy = ofResource(
            validateResourceOfType(aws.ec2.InternetGateway, ({ vpcId }, _args, report) => {
                if (vpcId === "vpc-forbidden") {
                    report("forbidden");
                }
            }),
        );
        const { policies, findings } = await judged(policy);
        expect(policies).to.deep.equal([
            { name: "sample", enforcement: "mandatory", verdict: "undecidable" },
        ]);
        expect(findings.map(({ message, enforcement }) => [message, enforcement])).to.deep.equal([
            ["string value at .vpcId can't be known during preview", "mandatory"],
        ]);
    });

    it("gives stack policies all resources, joined by property dependencies while ids are unknown", async () => {
        const attached: unknown[] = [];
        await judged(
            ofStack(({ resources }: StackValidationArgs) => {
                const gateway = resources.find((resource) => resource.isType(aws.ec2.InternetGateway));
                attached.push(...(gateway?.propertyDependencies.vpcId ?? []).map(({ urn }) => urn));
            }),
        );
        expect(attached).to.deep.equal([vpcUrn]);
    });

    it("throws on the id of a resource that does not exist yet, as CrossGuard's proxy does", async () => {
        const { findings } = await judged(
            ofStack(({ resources }: StackValidationArgs) => {
                resources.forEach((resource) => resource.isType(aws.ec2.Vpc) && resource.props.id);
            }),
        );
        expect(findings.map(({ verdict }) => verdict)).to.deep.equal(["undecidable"]);
    });

    it("keeps findings that a policy hands over as data, and does not repeat their text", async () => {
        const policy = ofResource(((
            args: ResourceValidationArgs & { palisadeFindings: Finding[] },
            report,
        ) => {
            if (args.urn === vpcUrn) {
                args.palisadeFindings.push({
                    policy: "sample",
                    enforcement: "mandatory",
                    severity: "high",
                    verdict: "violates",
                    urn: args.urn,
                    property: "cidrBlock",
                    message: "too wide",
                    help: "narrow it",
                    evidence: [{ label: "given", value: "10.0.0.0/16" }],
                });
                report("too wide");
            }
        }) as ResourceValidationPolicy["validateResource"]);
        const { findings } = await judged(policy, { sample: { enforcementLevel: "advisory" } });
        expect(findings).to.have.lengthOf(1);
        expect(findings[0]).to.include({
            message: "too wide",
            property: "cidrBlock",
            enforcement: "advisory",
        });
    });

    it("makes a finding of a plain report, at the resource it was reported on", async () => {
        const policy = ofResource(
            validateResourceOfType(aws.ec2.Vpc, (_props, _args, report) => report("no")),
        );
        expect((await judged(policy)).findings).to.deep.equal([
            {
                policy: "sample",
                enforcement: "mandatory",
                severity: "medium",
                verdict: "violates",
                urn: vpcUrn,
                message: "no",
                help: "a sample",
                evidence: [],
            },
        ]);
    });

    it("hands a policy its own settings and leaves a disabled one out", async () => {
        const seen: unknown[] = [];
        const policy = ofStack((args: StackValidationArgs) => void seen.push(args.getConfig()));
        await judged(policy, { sample: { enforcementLevel: "advisory", ports: [22] } });
        const { policies } = await judged(policy, { all: { enforcementLevel: "disabled" } });
        expect(seen).to.deep.equal([{ ports: [22] }]);
        expect(policies).to.deep.equal([
            { name: "sample", enforcement: "disabled", verdict: "notApplicable" },
        ]);
    });

    it("tells a policy that does not apply from one that is kept", async () => {
        const { policies } = await judged(
            ofStack((args: StackValidationArgs) => args.notApplicable("no peering")),
        );
        expect(policies[0]?.verdict).to.equal("notApplicable");
        expect((await judged(ofStack(() => undefined))).policies[0]?.verdict).to.equal("satisfies");
    });

    it("fails, naming the policy, when a policy itself crashes", async () => {
        const crash = judged(
            ofStack(() => {
                throw new TypeError("no such thing");
            }),
        );
        expect(await crash.catch((error: Error) => error.message)).to.equal(
            "policy sample failed: TypeError: no such thing",
        );
    });
});
