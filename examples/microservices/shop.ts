import type * as pulumi from "@pulumi/pulumi";
import { NatStrategy, Network, SecurityTiers, securityArgsOf, TierAccess } from "../../components";
import { flows, groups } from "./services";

export interface Shop {
    readonly vpcId: pulumi.Output<string>;
    /** The group that each service's tasks or instances are put in, by service. */
    readonly securityGroupIds: pulumi.Output<Record<string, string>>;
}

/** The network of a shop and the paths between its services. It costs nothing until services run in it. */
export function createShop(name: string): Shop {
    const network = new Network(name, {
        region: "us-east-1",
        cidr: "10.0.0.0/16",
        zones: { a: "use1-az1", b: "use1-az2" },
        tiers: { public: { access: TierAccess.Public }, app: { access: TierAccess.Private } },
        nat: NatStrategy.None,
    });
    const security = new SecurityTiers(name, { ...securityArgsOf(network), groups, flows });
    return { vpcId: network.vpcId, securityGroupIds: security.securityGroupIds };
}
