import { expect } from "chai";
import program from "../../stacks/index";
import { SettingsError } from "../../stacks/settings/settings-error";
import { inputsOf, namesOf, record, type RecordedResource } from "../support/recorded";
import { configOf } from "../support/written-settings";

const runs = new Map<string, readonly RecordedResource[]>();

/** What a stack's program registers; each stack runs once. */
async function run(stack: string): Promise<readonly RecordedResource[]> {
    const earlier = runs.get(stack);
    if (earlier !== undefined) {
        return earlier;
    }
    const { resources } = await record(program, { config: configOf(stack), preview: false });
    runs.set(stack, resources);
    return resources;
}

const cidrs = (resources: readonly RecordedResource[]): Record<string, unknown> =>
    Object.fromEntries(
        namesOf(resources, "aws:ec2/subnet:Subnet").map((name) => [
            name,
            inputsOf(resources, "aws:ec2/subnet:Subnet", name).cidrBlock,
        ]),
    );

describe("the program of every stack", () => {
    it("builds prod on the seed's six subnets", async () => {
        expect(cidrs(await run("prod"))).to.deep.equal({
            "prod-public-a": "10.0.1.0/24",
            "prod-public-b": "10.0.2.0/24",
            "prod-app-a": "10.0.3.0/24",
            "prod-app-b": "10.0.4.0/24",
            "prod-db-a": "10.0.5.0/24",
            "prod-db-b": "10.0.6.0/24",
        });
    });

    it("gives prod NAT in every zone, and each app subnet its own zone's", async () => {
        const resources = await run("prod");
        expect(namesOf(resources, "aws:ec2/natGateway:NatGateway")).to.deep.equal([
            "prod-nat-a",
            "prod-nat-b",
        ]);
        const target = (zone: string): unknown =>
            inputsOf(resources, "aws:ec2/route:Route", `prod-app-${zone}-internet`).natGatewayId;
        expect([target("a"), target("b")]).to.deep.equal(["prod-nat-a-id", "prod-nat-b-id"]);
    });

    it("builds dev on the same subnets with a single NAT", async () => {
        const [dev, prod] = [await run("dev"), await run("prod")];
        expect(Object.values(cidrs(dev))).to.deep.equal(Object.values(cidrs(prod)));
        expect(namesOf(dev, "aws:ec2/natGateway:NatGateway")).to.deep.equal(["dev-nat-a"]);
    });

    it("gives the database tier no route in any form", async () => {
        for (const name of namesOf(await run("prod"), "aws:ec2/route:Route")) {
            expect(name).to.not.match(/^prod-db/);
        }
    });

    it("opens the chain from the internet to the database by reference, on both sides of every flow", async () => {
        const resources = await run("prod");
        const peers = (type: string, name: string): unknown => {
            const { referencedSecurityGroupId, cidrIpv4, fromPort } = inputsOf(resources, type, name);
            return [referencedSecurityGroupId ?? cidrIpv4, fromPort];
        };
        const ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
        const egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
        expect(peers(ingress, "prod-alb-in-internet-tcp-443")).to.deep.equal(["0.0.0.0/0", 443]);
        expect(peers(egress, "prod-alb-out-app-tcp-8080")).to.deep.equal(["prod-app-id", 8080]);
        expect(peers(ingress, "prod-app-in-alb-tcp-8080")).to.deep.equal(["prod-alb-id", 8080]);
        expect(peers(egress, "prod-app-out-db-tcp-3306")).to.deep.equal(["prod-db-id", 3306]);
        expect(peers(ingress, "prod-db-in-app-tcp-3306")).to.deep.equal(["prod-app-id", 3306]);
    });

    it("puts every subnet under its own tier's network ACL", async () => {
        const resources = await run("prod");
        const type = "aws:ec2/networkAclAssociation:NetworkAclAssociation";
        const pairs = namesOf(resources, type).map((name) => {
            const { subnetId, networkAclId } = inputsOf(resources, type, name);
            return `${String(subnetId)} ${String(networkAclId)}`;
        });
        expect(pairs).to.have.members(
            ["public", "app", "db"].flatMap((tier) =>
                ["a", "b"].map((zone) => `prod-${tier}-${zone}-id prod-${tier}-id`),
            ),
        );
    });

    it("tags everything with its environment", async () => {
        for (const { type, name, inputs } of await run("prod")) {
            if ("tags" in inputs) {
                expect((inputs.tags as Record<string, string>).environment, `${type} ${name}`).to.equal(
                    "prod",
                );
            }
        }
    });

    it("registers nothing and throws when settings are wrong", async () => {
        const config = configOf("prod", { netwrok: {} });
        let refusal: unknown;
        const { resources } = await record(
            () => {
                try {
                    program();
                } catch (error) {
                    refusal = error;
                }
            },
            { config },
        );
        expect(refusal).to.be.instanceOf(SettingsError);
        expect(resources).to.deep.equal([]);
    });
});
