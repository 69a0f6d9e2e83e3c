import * as awsx from "@pulumi/awsx";
import { expect } from "chai";
import { awsxLayout, networkFromAwsx } from "../../components/awsx-network";
import type { ExistingNetworkArgs } from "../../components/existing-network";
import { Network } from "../../components/network";
import { TierAccess, type NetworkArgs } from "../../components/network/network-args";
import { planOf, routeTablesOf, subnetsOf } from "../../components/network/network-parts";
import { BadArgumentsError } from "../../components/planning/bad-arguments";
import { SecurityTiers } from "../../components/security-tiers";
import { securityArgsOf } from "../../components/security-tiers/security-parts";
import { inputsOf, namesOf, record } from "../support/recorded";

const network: NetworkArgs = {
    region: "us-east-1",
    cidr: "10.0.0.0/16",
    zones: { a: "use1-az1", b: "use1-az2" },
    addressing: "seed",
};

const existing: ExistingNetworkArgs = {
    network,
    vpcId: "vpc-0a1b2c3d",
    tiers: {
        public: { subnetIds: { a: "subnet-1", b: "subnet-2" }, routeTableIds: { all: "rtb-1" } },
        app: { subnetIds: { a: "subnet-3", b: "subnet-4" }, routeTableIds: { a: "rtb-2", b: "rtb-3" } },
        db: { subnetIds: { a: "subnet-5", b: "subnet-6" } },
    },
};

describe("a network that exists", () => {
    it("is adopted without a single resource of its own", async () => {
        const { resources, result } = await record(() => {
            const adopted = Network.fromExisting("legacy", existing);
            return {
                cidrs: subnetsOf(adopted, "app").map(({ zone, cidr }) => [zone, cidr]),
                tables: routeTablesOf(adopted, "app").map(({ key }) => key),
                zones: planOf(adopted).zones.length,
            };
        });
        expect(resources.map(({ type }) => type)).to.deep.equal(["palisade:index:ExistingNetwork"]);
        expect(result).to.deep.equal({
            cidrs: [
                ["a", "10.0.3.0/24"],
                ["b", "10.0.4.0/24"],
            ],
            tables: ["app-a", "app-b"],
            zones: 2,
        });
    });

    it("takes groups and network ACLs on top like one of ours", async () => {
        const { resources } = await record(() => {
            const adopted = Network.fromExisting("legacy", existing);
            return new SecurityTiers("legacy", {
                ...securityArgsOf(adopted),
                groups: { app: { tier: "app" }, db: { tier: "db" } },
                flows: [{ from: "app", to: "db", port: "mysql", because: "queries" }],
            });
        });
        const type = "aws:ec2/networkAclAssociation:NetworkAclAssociation";
        const subnets = namesOf(resources, type).map((name) => inputsOf(resources, type, name)["subnetId"]);
        expect(subnets).to.have.members([
            "subnet-1",
            "subnet-2",
            "subnet-3",
            "subnet-4",
            "subnet-5",
            "subnet-6",
        ]);
    });

    it("is refused where description and ids do not fit, all at once", async () => {
        let error: unknown;
        const { resources } = await record(() => {
            try {
                Network.fromExisting("legacy", {
                    ...existing,
                    tiers: {
                        public: { subnetIds: { a: "subnet-1", c: "subnet-2" } },
                        app: { subnetIds: { a: "subnet-3", b: "subnet-4" }, routeTableIds: { z: "rtb" } },
                        cache: { subnetIds: { a: "subnet-5", b: "subnet-6" } },
                    },
                });
            } catch (thrown) {
                error = thrown;
            }
        });
        expect((error as BadArgumentsError).problems.map(({ path }) => path)).to.have.members([
            "tiers",
            "tiers.db",
            "tiers.public.subnetIds",
            "tiers.public.subnetIds.b",
            "tiers.app.routeTableIds",
        ]);
        expect(resources).to.deep.equal([]);
    });
});

describe("an awsx VPC", () => {
    it("gets our address plan as explicit blocks, which it never renumbers", () => {
        expect(awsxLayout(network)).to.deep.equal({
            cidrBlock: "10.0.0.0/16",
            numberOfAvailabilityZones: 2,
            subnetStrategy: "Auto",
            subnetSpecs: [
                { type: "Public", name: "public", cidrBlocks: ["10.0.1.0/24", "10.0.2.0/24"] },
                { type: "Private", name: "app", cidrBlocks: ["10.0.3.0/24", "10.0.4.0/24"] },
                { type: "Isolated", name: "db", cidrBlocks: ["10.0.5.0/24", "10.0.6.0/24"] },
            ],
        });
    });

    it("is adopted with the tiers it was laid out with", async () => {
        const { result } = await record(() => {
            const vpc = new awsx.ec2.Vpc("shop", awsxLayout(network));
            return subnetsOf(networkFromAwsx("shop-network", vpc, network), "db").map(({ cidr }) => cidr);
        });
        expect(result).to.deep.equal(["10.0.5.0/24", "10.0.6.0/24"]);
    });

    it("cannot have two tiers of one access, which awsx does not tell apart", () => {
        const tiers = { app: { access: TierAccess.Private }, jobs: { access: TierAccess.Private, slot: 5 } };
        expect(() => awsxLayout({ ...network, addressing: "aligned", nat: "none", tiers })).to.throw(
            BadArgumentsError,
            /tiers\.jobs/,
        );
    });
});
