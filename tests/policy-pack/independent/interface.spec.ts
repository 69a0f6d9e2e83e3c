import type { Policies } from "@pulumi/policy";
import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import catalogue from "../../../policy-pack/controls.json";
import { listedPolicies } from "../../support/independent-policies/mapped-policies";
import { manners, reports } from "../../support/independent-policies/outsider";
import { groupWith, inline, v4 } from "../../support/independent-policies/security-groups";
import { aws } from "../../support/independent-policies/tokens";
import { judgedTypes } from "../hostile/judged-types";
import { fixtures } from "./cases";

type Half = (args: object, report: (message: string) => void) => unknown;

/** What is read of a policy by those who have nothing but the built file. */
interface Built {
    readonly name: string;
    readonly enforcementLevel: string;
    readonly severity: string;
    readonly description: string;
    readonly validateResource?: Half;
    readonly validateStack?: Half;
}

const root = join(__dirname, "..", "..", "..");
const urn = "unknown";

/** What somebody may leave out who makes arguments by hand. */
const sparse: { readonly [title: string]: object } = {
    "no configuration": { urn, name: "unknown", props: {} },
    "no configuration that is a function": { urn, name: "unknown", props: {}, getConfig: undefined },
    "a configuration of nothing": { urn, name: "unknown", props: {}, getConfig: () => undefined },
    "no name": { urn, props: {} },
    "no URN": { name: "unknown", props: {} },
    "no properties": { urn, name: "unknown" },
    "properties that are not set": {
        urn,
        name: "unknown",
        props: { ingress: undefined, tags: null, vpcId: undefined },
        opts: undefined,
        provider: undefined,
        parent: undefined,
    },
};

const opened = groupWith(inline(22, 22, v4("0.0.0.0/0")));

describe("the built pack, as somebody outside finds it", () => {
    let built: readonly Built[];

    before(() => {
        execFileSync(process.execPath, ["--import=tsx", "scripts/build-policy-pack.ts"], { cwd: root });
        const bundle = join(root, "policy-pack", "dist", "policies.js");
        built = (createRequire(__filename)(bundle) as { readonly policies: readonly Built[] }).policies;
    });

    const of = (name: string): Policies =>
        built.filter((policy) => policy.name === name) as unknown as Policies;

    it("says of each policy what it is, how grave, and whether it blocks", () => {
        for (const policy of built) {
            expect(policy.name).to.match(/^[a-z0-9-]+$/);
            expect(policy.enforcementLevel, policy.name).to.be.oneOf(["mandatory", "advisory"]);
            expect(policy.severity, policy.name).to.be.oneOf(["low", "medium", "high", "critical"]);
            expect(policy.description, policy.name).to.not.equal("");
        }
        expect(built.filter(({ enforcementLevel }) => enforcementLevel === "advisory")).to.have.length(1);
    });

    it("is what `palisade policies --json` lists, kinds and levels included", () => {
        const kind = ({ validateResource, validateStack }: Built): string =>
            [validateResource === undefined ? [] : "resource", validateStack === undefined ? [] : "stack"]
                .flat()
                .join(" and ");
        expect(
            listedPolicies.map(({ name, kind: listed, enforcement }) => [name, listed, enforcement]),
        ).to.have.deep.members(built.map((policy) => [policy.name, kind(policy), policy.enforcementLevel]));
    });

    it("covers every control of controls.json, by its own id, and knows no other", () => {
        const known = catalogue.map(({ id }) => id);
        const listed = new Set(listedPolicies.flatMap(({ controls }) => controls));
        expect([...listed]).to.have.members(known);
    });

    it("names what other tools call a control as they do", () => {
        const imds = listedPolicies.find(({ name }) => name === "imdsv2");
        expect(imds?.anchors).to.include.members([
            "checkov:CKV_AWS_79",
            "fsbp:EC2.8",
            "cdk-nag:EC2IMDSv2Enabled",
            "trivy:AWS-0028",
        ]);
    });

    for (const [title, given] of Object.entries(sparse)) {
        it(`judges resources with ${title}`, () => {
            const said: string[] = [];
            const report = (message: string): void => void said.push(message);
            for (const type of judgedTypes()) {
                for (const policy of built) {
                    policy.validateResource?.({ type, ...given }, report);
                    policy.validateStack?.({ resources: [{ type, ...given }] }, report);
                }
            }
            expect(said.filter((message) => message.includes("the policy failed"))).to.deep.equal([]);
        });
    }

    it("says the same whoever was judged before under the same URN", () => {
        const closed = groupWith(inline(22, 22, v4("203.0.113.0/24")));
        const [policy] = of("sg-admin-ports-public") as unknown as [Built];
        const asStack = (resources: typeof opened): string[] =>
            reports([{ ...policy, validateResource: undefined }] as unknown as Policies, resources, "bare");
        reports(of("sg-admin-ports-public"), opened, "bare");
        expect(asStack(opened)).to.not.deep.equal([]);
        expect(asStack(closed)).to.deep.equal([]);
        policy.validateResource?.(
            { type: opened[0]!.type, urn: "u", name: "subject", props: opened[0]!.inputs },
            () => undefined,
        );
        expect(asStack(closed)).to.deep.equal([]);
    });

    it("judges arguments anew that were changed since", () => {
        const [policy] = of("imdsv2") as unknown as [Required<Built>];
        const props = { metadataOptions: { httpTokens: "required" } };
        const args = { type: "aws:ec2/instance:Instance", urn, name: "unknown", props };
        const resources = [args];
        const said: string[] = [];
        const report = (message: string): void => void said.push(message);
        policy.validateResource(args, report);
        policy.validateStack({ resources }, report);
        expect(said).to.deep.equal([]);
        props.metadataOptions.httpTokens = "optional";
        policy.validateResource(args, report);
        expect(said).to.have.length(1);
        policy.validateStack({ resources }, report);
        expect(said).to.have.length(2);
    });

    it("judges the same properties under every token of their type", () => {
        const [policy] = of("lb-access-logs") as unknown as [Required<Built>];
        const props = { accessLogs: { enabled: false, bucket: "logs" } };
        for (const type of [
            "aws:ec2/vpc:Vpc",
            "aws:lb/loadBalancer:LoadBalancer",
            "aws:alb/loadBalancer:LoadBalancer",
            "aws:elb/loadBalancer:LoadBalancer",
        ]) {
            const said: string[] = [];
            policy.validateResource({ type, urn, name: "unknown", props }, (message) => said.push(message));
            expect(said, type).to.have.length(type.includes("Vpc") ? 0 : 1);
        }
    });

    it("judges a stack by what it is shown, though single resources were judged before", () => {
        const bucket = aws("s3:Bucket")({ bucket: "example" });
        const wall = aws("s3:BucketPublicAccessBlock")({ bucket: "example", blockPublicAcls: true }, "wall");
        for (const policy of built) {
            policy.validateResource?.(
                {
                    type: bucket.type,
                    urn: "urn:pulumi:test::palisade::x::subject",
                    name: "subject",
                    props: {},
                },
                () => undefined,
            );
        }
        for (const manner of manners) {
            expect(reports(of("s3-block-public"), [bucket, wall], manner), manner).to.not.deep.equal([]);
        }
    });

    it("stumbles over no case", () => {
        const all = fixtures.flatMap(({ pass = {}, fail = {} }) => [
            ...Object.values(pass),
            ...Object.values(fail),
        ]);
        const everything = built as unknown as Policies;
        const stumbles = all
            .filter((_, i) => i % 7 === 0)
            .flatMap((resources) => reports(everything, resources, "bare"))
            .filter((message) => message.includes("the policy failed"));
        expect(stumbles).to.deep.equal([]);
    });
});
