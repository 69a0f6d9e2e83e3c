import * as awsx from "@pulumi/awsx";
import { securityArgsOf, SecurityTiers, type NetworkArgs } from "../../components";
import { awsxLayout, networkFromAwsx } from "../../components/awsx-network";

const layout: NetworkArgs = {
    region: "us-east-1",
    cidr: "10.40.0.0/16",
    zones: { a: "use1-az1", b: "use1-az2" },
};

/** awsx makes the VPC by our plan, which never renumbers; groups and ACLs come from the flow table. */
export function createShop(name: string): SecurityTiers {
    const vpc = new awsx.ec2.Vpc(name, awsxLayout(layout));
    const network = networkFromAwsx(`${name}-network`, vpc, layout);
    return new SecurityTiers(name, {
        ...securityArgsOf(network),
        groups: { app: { tier: "app", clients: "linux" }, db: { tier: "db" } },
        flows: [
            { from: "app", to: "db", port: "mysql", because: "queries" },
            { from: "app", to: "internet", port: "https", because: "updates" },
        ],
    });
}
