import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { named, runSpecimen } from "./offline-project";

describe("ReferenceRecorder", () => {
    const inputsOf = async (name: string, program: () => unknown) => {
        const run = await runSpecimen(program);
        return run.writtenInputs.get(named(run, name).urn);
    };
    const vpcUrn = "urn:pulumi:dev::specimen::aws:ec2/vpc:Vpc::net";
    const vpc = () => new aws.ec2.Vpc("net", { cidrBlock: "10.0.0.0/16" });

    it("shows a resource's output as a reference to exactly that output, known or not", async () => {
        const inputs = await inputsOf("rule", () => {
            const { arn, cidrBlock } = vpc();
            new aws.vpc.SecurityGroupIngressRule("rule", {
                securityGroupId: arn,
                cidrIpv4: cidrBlock,
                ipProtocol: "tcp",
                fromPort: 443,
                toPort: 443,
            });
        });
        expect(inputs).to.deep.equal({
            securityGroupId: { ref: vpcUrn, output: "arn" },
            cidrIpv4: { ref: vpcUrn, output: "cidrBlock" },
            ipProtocol: "tcp",
            fromPort: 443,
            toPort: 443,
        });
    });

    it("sees through a component that passes an output on", async () => {
        class Network extends pulumi.ComponentResource {
            readonly vpcId = vpc().id;

            constructor() {
                super("specimen:index:Network", "network");
            }
        }
        const inputs = await inputsOf("out", () => {
            new aws.ec2.InternetGateway("out", { vpcId: new Network().vpcId });
        });
        expect(inputs).to.deep.equal({ vpcId: { ref: vpcUrn, output: "id" } });
    });

    it("finds references inside lists and objects", async () => {
        const inputs = await inputsOf("balancer", () => {
            const other = new aws.ec2.Vpc("other", { cidrBlock: "10.1.0.0/16" });
            new aws.lb.LoadBalancer("balancer", {
                subnets: ["subnet-1", vpc().id],
                tags: { network: other.id },
            });
        });
        expect(inputs?.subnets).to.deep.equal(["subnet-1", { ref: vpcUrn, output: "id" }]);
        expect(inputs?.tags).to.deep.equal({
            network: { ref: vpcUrn.replace("::net", "::other"), output: "id" },
        });
    });

    it("names the sources of what is computed from several resources", async () => {
        const inputs = await inputsOf("topic", () => {
            const first = vpc();
            const second = new aws.ec2.Vpc("other", { cidrBlock: "10.1.0.0/16" });
            new aws.sns.Topic("topic", { displayName: pulumi.interpolate`${second.id} and ${first.id}` });
        });
        expect(inputs).to.deep.equal({
            displayName: { refs: [vpcUrn, vpcUrn.replace("::net", "::other")], derived: true },
        });
    });

    it("shows values that depend on nothing, and hides secrets", async () => {
        const inputs = await inputsOf("key", () => {
            new aws.ssm.Parameter("key", {
                type: Promise.resolve("SecureString"),
                value: pulumi.secret("hunter2"),
                description: pulumi.output("the key"),
            });
        });
        expect(inputs).to.deep.equal({ type: "SecureString", value: "[secret]", description: "the key" });
    });
});
