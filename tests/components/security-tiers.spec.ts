import { expect } from "chai";
import * as pulumi from "@pulumi/pulumi";
import { Network } from "../../components/network";
import { BadArgumentsError } from "../../components/planning/bad-arguments";
import { SecurityTiers } from "../../components/security-tiers";
import { groupIdOf, securityArgsOf } from "../../components/security-tiers/security-parts";
import type { SecurityTiersArgs } from "../../components/security-tiers/security-tiers-args";
import { inputsOf, namesOf, record, type RecordedResource } from "../support/recorded";
import { line } from "../support/three-tier";

const ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const group = "aws:ec2/securityGroup:SecurityGroup";
const acl = "aws:ec2/networkAcl:NetworkAcl";
const aclRule = "aws:ec2/networkAclRule:NetworkAclRule";
const association = "aws:ec2/networkAclAssociation:NetworkAclAssociation";

const seedArgs: SecurityTiersArgs = {
    vpcId: "vpc-1",
    cidr: "10.0.0.0/16",
    nat: "perZone",
    tiers: {
        public: {
            access: "public",
            cidrs: ["10.0.1.0/24", "10.0.2.0/24"],
            subnetIds: { a: "subnet-1", b: "subnet-2" },
        },
        app: {
            access: "private",
            cidrs: ["10.0.3.0/24", "10.0.4.0/24"],
            subnetIds: { a: "subnet-3", b: "subnet-4" },
        },
        db: {
            access: "isolated",
            cidrs: ["10.0.5.0/24", "10.0.6.0/24"],
            subnetIds: { a: "subnet-5", b: "subnet-6" },
        },
    },
    groups: { alb: { tier: "public" }, app: { tier: "app", clients: "linux" }, db: { tier: "db" } },
    flows: [
        line("internet", "alb", "https", "serve the site"),
        line("alb", "app", "tcp/8080", "hand requests on"),
        line("app", "db", "mysql", "read and write"),
        line("app", "s3", "https", "fetch packages"),
    ],
    prefixListIds: { s3: "pl-1" },
    tags: { environment: "test" },
};

const recordTiers = (args: Partial<SecurityTiersArgs> = {}, name = "prod") =>
    record(() => new SecurityTiers(name, { ...seedArgs, ...args }), { preview: false });

const namesByType = (resources: readonly RecordedResource[]): string[] =>
    resources.map(({ type, name }) => `${type} ${name}`);

describe("SecurityTiers", () => {
    it("chains the seed's groups by reference, on both sides", async () => {
        const { resources } = await recordTiers();
        expect(namesOf(resources, group)).to.deep.equal(["prod-alb", "prod-app", "prod-db"]);
        expect(namesOf(resources, ingress)).to.have.members([
            "prod-alb-in-internet-tcp-443",
            "prod-app-in-alb-tcp-8080",
            "prod-db-in-app-tcp-3306",
        ]);
        expect(namesOf(resources, egress)).to.have.members([
            "prod-alb-out-app-tcp-8080",
            "prod-app-out-db-tcp-3306",
            "prod-app-out-s3-tcp-443",
        ]);
        expect(inputsOf(resources, ingress, "prod-db-in-app-tcp-3306")).to.deep.equal({
            securityGroupId: "prod-db-id",
            referencedSecurityGroupId: "prod-app-id",
            ipProtocol: "tcp",
            fromPort: 3306,
            toPort: 3306,
            description: "app to db on tcp/3306: read and write",
            tags: { environment: "test" },
        });
        expect(inputsOf(resources, egress, "prod-app-out-s3-tcp-443")).to.include({ prefixListId: "pl-1" });
        expect(inputsOf(resources, ingress, "prod-alb-in-internet-tcp-443")).to.include({
            cidrIpv4: "0.0.0.0/0",
        });
    });

    it("gives groups no inline rules and a description that never changes", async () => {
        const { resources } = await recordTiers();
        expect(inputsOf(resources, group, "prod-app")).to.deep.equal({
            vpcId: "vpc-1",
            description: "Rules follow from the flow table",
            tags: { Tier: "app", environment: "test", Name: "prod-app" },
        });
    });

    it("puts every subnet under its tier's ACL, made with standalone entries", async () => {
        const { resources } = await recordTiers();
        expect(namesOf(resources, acl)).to.deep.equal(["prod-public", "prod-app", "prod-db"]);
        expect(inputsOf(resources, acl, "prod-db")).to.deep.equal({
            vpcId: "vpc-1",
            tags: { environment: "test", Name: "prod-db" },
        });
        expect(namesOf(resources, association)).to.have.members(
            ["public", "app", "db"].flatMap((tier) => [`prod-${tier}-a`, `prod-${tier}-b`]),
        );
        expect(inputsOf(resources, association, "prod-db-b")).to.deep.equal({
            networkAclId: "prod-db-id",
            subnetId: "subnet-6",
        });
        const entry = inputsOf(resources, aclRule, "prod-db-out-tcp-32768-60999-10.0.3.0-24");
        expect(entry).to.deep.include({
            networkAclId: "prod-db-id",
            egress: true,
            ruleAction: "allow",
            protocol: "6",
            fromPort: 32768,
            toPort: 60999,
            cidrBlock: "10.0.3.0/24",
        });
        expect(inputsOf(resources, aclRule, "prod-public-in-icmp-3-4-0.0.0.0-0")).to.deep.include({
            protocol: "1",
            icmpType: 3,
            icmpCode: 4,
        });
        expect(inputsOf(resources, aclRule, "prod-public-in-deny-all-10.0.0.0-16")).to.deep.include({
            protocol: "-1",
            ruleAction: "deny",
        });
    });

    it("gives a tier that no flow crosses an ACL that stops everything", async () => {
        const { resources } = await recordTiers({ flows: [] });
        expect(namesOf(resources, acl)).to.have.length(3);
        expect([...namesOf(resources, aclRule), ...namesOf(resources, ingress)]).to.be.empty;
    });

    it("writes IPv6 where the network has it", async () => {
        const { resources } = await recordTiers({ ipv6: true });
        expect(inputsOf(resources, ingress, "prod-alb-in-internet-ipv6-tcp-443")).to.include({
            cidrIpv6: "::/0",
        });
        expect(inputsOf(resources, aclRule, "prod-public-in-icmpv6-2-0-..-0")).to.deep.include({
            protocol: "58",
            ipv6CidrBlock: "::/0",
        });
    });

    it("keeps its flow table readable in its own inputs", async () => {
        const { resources } = await recordTiers();
        const { groups, flows, cidr, tiers } = inputsOf(resources, "palisade:index:SecurityTiers", "prod");
        expect({ groups, flows, cidr }).to.deep.equal({
            groups: seedArgs.groups,
            flows: seedArgs.flows,
            cidr: seedArgs.cidr,
        });
        expect(tiers).to.deep.equal(seedArgs.tiers);
    });

    it("hands out ids, and each group's own output", async () => {
        const { result } = await record(
            () => {
                const security = new SecurityTiers("prod", seedArgs);
                expect(() => groupIdOf(security, "web")).to.throw(TypeError, "the groups are alb, app, db");
                return { ids: security.securityGroupIds, alb: groupIdOf(security, "alb") };
            },
            { preview: false },
        );
        const values = await new Promise((resolve) => pulumi.output(result).apply(resolve));
        expect(values).to.deep.equal({
            ids: { alb: "prod-alb-id", app: "prod-app-id", db: "prod-db-id" },
            alb: "prod-alb-id",
        });
    });

    it("lives twice in one stack", async () => {
        const { resources } = await record(() => {
            new SecurityTiers("blue", seedArgs);
            new SecurityTiers("green", seedArgs);
        });
        expect(namesOf(resources, acl)).to.include.members(["blue-db", "green-db"]);
    });

    it("stands on a Network of the same program", async () => {
        const { resources } = await record(
            () => {
                const network = new Network("prod", {
                    region: "us-east-1",
                    cidr: "10.0.0.0/16",
                    zones: { a: "use1-az1", b: "use1-az2" },
                });
                const { groups, flows } = seedArgs;
                new SecurityTiers("prod", { ...securityArgsOf(network), groups, flows });
            },
            { preview: false },
        );
        expect(inputsOf(resources, association, "prod-app-b")["subnetId"]).to.equal("prod-app-b-id");
        expect(namesByType(resources)).to.include(`${aclRule} prod-db-in-tcp-3306-10.0.16.0-20`);
    });

    it("previews while every id is unknown", async () => {
        const { resources } = await record(() => new SecurityTiers("prod", seedArgs));
        expect(namesOf(resources, aclRule)).to.not.be.empty;
    });

    it("registers nothing when its arguments are bad, and tells all that is wrong", async () => {
        const flows = [
            line("internet", "alb", "htps"),
            line("app", "dynamodb", "https"),
            line("ap", "db", "mysql"),
        ];
        let error: unknown;
        const { resources } = await record(() => {
            try {
                new SecurityTiers("sg-prod", { ...seedArgs, flows });
            } catch (thrown) {
                error = thrown;
            }
        });
        expect(resources).to.be.empty;
        expect(error).to.be.instanceOf(BadArgumentsError);
        expect((error as BadArgumentsError).problems.map(({ path }) => path)).to.deep.equal([
            "name",
            "prefixListIds.dynamodb",
            "flows[0].port",
            "flows[2].from",
        ]);
    });
});
