import { expect } from "chai";
import { Network } from "../../components/network";
import type { NetworkArgs } from "../../components/network/network-args";
import { SecurityTiers } from "../../components/security-tiers";
import { securityArgsOf } from "../../components/security-tiers/security-parts";
import { inputsOf, namesOf, record } from "../support/recorded";

const args: NetworkArgs = {
    region: "us-east-1",
    cidr: "10.0.0.0/16",
    addressing: "seed",
    zones: { a: "use1-az1", b: "use1-az2" },
};

describe("NAT by instances", () => {
    it("translates by an instance in every zone, behind an interface and address that outlive it", async () => {
        const { resources: all } = await record(() => new Network("main", { ...args, nat: "instance" }));
        const of = (type: string, name: string) => inputsOf(all, `aws:ec2/${type}`, name);
        expect(namesOf(all, "aws:ec2/instance:Instance")).to.deep.equal(["main-nat-a", "main-nat-b"]);
        expect(of("networkInterface:NetworkInterface", "main-nat-a")["sourceDestCheck"]).to.equal(false);
        const template = of("launchTemplate:LaunchTemplate", "main-nat");
        expect(template["metadataOptions"]).to.include({ httpTokens: "required" });
        const script = Buffer.from(template["userData"] as string, "base64").toString();
        expect(script).to.contain("net.ipv4.ip_forward=1").and.to.contain("masquerade");
        const route = of("route:Route", "main-app-b-internet");
        expect(route).to.include({ destinationCidrBlock: "0.0.0.0/0" });
        expect(route).to.not.have.any.keys("natGatewayId", "gatewayId");
        const group = of("securityGroup:SecurityGroup", "main-nat");
        expect(group).to.not.have.any.keys("ingress", "egress");
    });

    it("opens in the NAT instances' group what the flow table lets private tiers do, and nothing else", async () => {
        const { resources: all } = await record(() => {
            const network = new Network("main", { ...args, nat: "instance" });
            return new SecurityTiers("main", {
                ...securityArgsOf(network),
                groups: { app: { tier: "app" }, db: { tier: "db" } },
                ranges: { partner: { cidrs: ["198.51.100.0/24"] } },
                flows: [
                    { from: "app", to: "internet", port: "https", because: "updates" },
                    { from: "app", to: "partner", port: "tcp/8443", because: "orders" },
                    { from: "app", to: "db", port: "mysql", because: "queries" },
                ],
            });
        });
        const rules = [
            ...namesOf(all, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"),
            ...namesOf(all, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"),
        ];
        expect(rules.filter((name) => name.startsWith("main-nat-"))).to.have.members([
            "main-nat-in-app-tcp-443",
            "main-nat-in-app-tcp-8443",
            "main-nat-out-internet-0.0.0.0-0-tcp-443",
            "main-nat-out-partner-198.51.100.0-24-tcp-8443",
        ]);
    });
});

describe("addresses and pools that exist", () => {
    const natType = "aws:ec2/natGateway:NatGateway";

    it("are used by NAT gateways instead of new ones", async () => {
        const { resources } = await record(
            () =>
                new Network("main", {
                    ...args,
                    nat: "perZone",
                    natAllocationIds: { a: "eipalloc-0a1b2c3d" },
                }),
        );
        expect(inputsOf(resources, natType, "main-nat-a")["allocationId"]).to.equal("eipalloc-0a1b2c3d");
        expect(namesOf(resources, "aws:ec2/eip:Eip")).to.deep.equal(["main-nat-b"]);
    });

    it("fix the zones of a regional NAT gateway", async () => {
        const { resources } = await record(
            () =>
                new Network("main", {
                    ...args,
                    nat: "regional",
                    natAllocationIds: { a: "eipalloc-0a1b2c3d", b: "eipalloc-1a1b2c3d" },
                }),
        );
        expect(inputsOf(resources, natType, "main-nat")).to.deep.include({
            availabilityMode: "regional",
            availabilityZoneAddresses: [
                { availabilityZoneId: "use1-az1", allocationIds: ["eipalloc-0a1b2c3d"] },
                { availabilityZoneId: "use1-az2", allocationIds: ["eipalloc-1a1b2c3d"] },
            ],
        });
    });

    it("give the VPC its blocks from IPAM, without changing the plan", async () => {
        const { resources } = await record(
            () =>
                new Network("main", {
                    ...args,
                    ipv6: true,
                    ipv4IpamPoolId: "ipam-pool-4",
                    ipv6IpamPoolId: "ipam-pool-6",
                }),
        );
        const vpc = inputsOf(resources, "aws:ec2/vpc:Vpc", "main");
        expect(vpc).to.include({
            cidrBlock: "10.0.0.0/16",
            ipv4IpamPoolId: "ipam-pool-4",
            ipv6IpamPoolId: "ipam-pool-6",
            ipv6NetmaskLength: 56,
        });
        expect(vpc).to.not.have.property("assignGeneratedIpv6CidrBlock");
    });

    it("are refused where they are none, or leave a regional gateway's zone without one", () => {
        const refused = { ...args, nat: "regional", natAllocationIds: { a: "203.0.113.7", c: "eipalloc-1" } };
        expect(() => new Network("main", refused as NetworkArgs)).to.throw(
            /natAllocationIds: given "c"[^]*natAllocationIds\.a: given "203[^]*natAllocationIds: given none for b/,
        );
    });
});

describe("encryption control", () => {
    it("watches without enforcing, where it is asked for", async () => {
        const type = "aws:ec2/vpcEncryptionControl:VpcEncryptionControl";
        const without = await record(() => new Network("main", args));
        expect(namesOf(without.resources, type)).to.deep.equal([]);
        const { resources } = await record(() => new Network("main", { ...args, monitorEncryption: true }));
        expect(inputsOf(resources, type, "main-encryption")["mode"]).to.equal("monitor");
    });
});
