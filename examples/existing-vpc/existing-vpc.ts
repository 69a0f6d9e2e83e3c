import { groupIdOf, InterfaceEndpoints, Network, securityArgsOf, SecurityTiers } from "../../components";

/**
 * Puts a flow table on a VPC that somebody else made. Its ids are literals here; they could as well come
 * from a StackReference.
 */
export function protectExistingVpc(name: string): SecurityTiers {
    const network = Network.fromExisting(name, {
        network: {
            region: "us-east-1",
            cidr: "10.30.0.0/16",
            zones: { a: "use1-az1", b: "use1-az2" },
            subnets: {
                public: { a: "10.30.1.0/24", b: "10.30.2.0/24" },
                app: { a: "10.30.11.0/24", b: "10.30.12.0/24" },
                db: { a: "10.30.21.0/24", b: "10.30.22.0/24" },
            },
        },
        vpcId: "vpc-0123456789abcdef0",
        tiers: {
            public: { subnetIds: { a: "subnet-0000000000000000a", b: "subnet-0000000000000000b" } },
            app: { subnetIds: { a: "subnet-0000000000000001a", b: "subnet-0000000000000001b" } },
            db: { subnetIds: { a: "subnet-0000000000000002a", b: "subnet-0000000000000002b" } },
        },
    });
    const security = new SecurityTiers(name, {
        ...securityArgsOf(network),
        groups: {
            app: { tier: "app", clients: "linux" },
            db: { tier: "db" },
            endpoints: { tier: "app" },
        },
        flows: [
            { from: "app", to: "db", port: "mysql", because: "queries" },
            { from: "app", to: "endpoints", port: "https", because: "AWS services without the internet" },
        ],
    });
    new InterfaceEndpoints(`${name}-endpoints`, {
        accountId: "123456789012",
        region: "us-east-1",
        vpcId: network.vpcId,
        subnetIds: { a: "subnet-0000000000000001a", b: "subnet-0000000000000001b" },
        securityGroupId: groupIdOf(security, "endpoints"),
    });
    return security;
}
