import { expect } from "chai";
import { InterfaceEndpoints, type InterfaceEndpointsArgs } from "../../components/interface-endpoints";
import { awsScope } from "../../components/planning/aws-scope";
import type { BadArgumentsError } from "../../components/planning/bad-arguments";
import { s3EndpointPolicy } from "../../components/planning/endpoint-policy";
import { statement, statementsOf } from "../support/policy-documents";
import { inputsOf, namesOf, record } from "../support/recorded";

const good: InterfaceEndpointsArgs = {
    accountId: "123456789012",
    region: "us-east-1",
    vpcId: "vpc-1",
    subnetIds: { a: "subnet-a", b: "subnet-b" },
    securityGroupId: "sg-endpoints",
};
const type = "aws:ec2/vpcEndpoint:VpcEndpoint";

describe("InterfaceEndpoints", () => {
    it("makes the three endpoints that a session needs, not the seed's one", async () => {
        const { resources } = await record(() => new InterfaceEndpoints("prod-endpoints", good));
        expect(namesOf(resources, type)).to.deep.equal([
            "prod-endpoints-ssm",
            "prod-endpoints-ssmmessages",
            "prod-endpoints-ec2messages",
        ]);
    });

    it("puts each into one subnet a zone, under its own group, with private names", async () => {
        const { resources } = await record(() => new InterfaceEndpoints("prod-endpoints", good));
        const endpoint = inputsOf(resources, type, "prod-endpoints-ssm");
        expect(endpoint).to.include({
            serviceName: "com.amazonaws.us-east-1.ssm",
            vpcEndpointType: "Interface",
            privateDnsEnabled: true,
        });
        expect(endpoint["subnetIds"]).to.deep.equal(["subnet-a", "subnet-b"]);
        expect(endpoint["securityGroupIds"]).to.deep.equal(["sg-endpoints"]);
    });

    it("lets only this account's principals through", async () => {
        const services = ["kms", "logs", "monitoring", "secretsmanager", "ssm"];
        const { resources } = await record(
            () => new InterfaceEndpoints("prod-endpoints", { ...good, services }),
        );
        for (const service of services) {
            const { policy } = inputsOf(resources, type, `prod-endpoints-${service}`);
            expect(statement(policy, "OwnAccountOnly").Condition).to.deep.equal({
                StringEquals: { "aws:PrincipalAccount": "123456789012" },
            });
        }
        const { policy } = inputsOf(resources, type, "prod-endpoints-secretsmanager");
        expect(statement(policy, "OwnAccountOnly").Resource).to.equal(
            "arn:aws:secretsmanager:us-east-1:123456789012:secret:*",
        );
    });

    it("refuses a service it does not know", async () => {
        let error: unknown;
        const { resources } = await record(() => {
            try {
                new InterfaceEndpoints("prod-endpoints", { ...good, services: ["ssm", "smm"] });
            } catch (thrown) {
                error = thrown;
            }
        });
        expect((error as BadArgumentsError).problems).to.have.length(1);
        expect((error as BadArgumentsError).problems[0]!.path).to.equal("services[1]");
        expect(resources).to.deep.equal([]);
    });
});

describe("the S3 endpoint's policy", () => {
    const policy = s3EndpointPolicy(awsScope("123456789012", "eu-west-1"));

    it("opens this account's buckets to this account's principals", () => {
        expect(statement(policy, "OwnAccountOwnBuckets").Condition).to.deep.equal({
            StringEquals: { "aws:PrincipalAccount": "123456789012", "aws:ResourceAccount": "123456789012" },
        });
    });

    it("lets patches and Amazon Linux packages be read, and nothing else of AWS's", () => {
        const { Action, Resource } = statement(policy, "AwsPackagesAndPatches");
        expect(Action).to.equal("s3:GetObject");
        expect(Resource).to.include.members([
            "arn:aws:s3:::al2023-repos-eu-west-1-de612dc2/*",
            "arn:aws:s3:::patch-baseline-snapshot-eu-west-1/*",
            "arn:aws:s3:::amazonlinux-2-repos-eu-west-1/*",
        ]);
        expect(statementsOf(policy)).to.have.length(2);
    });
});
