import { changed, network } from "../../support/base-network";
import { types } from "../../support/resource-types";
import { ref, resource, type Specimens } from "../../support/specimen";

const guarded = [
    ...network,
    resource("aws:wafv2/webAcl:WebAcl", "firewall", {
        scope: "REGIONAL",
        rules: [{ name: "common", priority: 1 }],
    }),
    resource("aws:wafv2/webAclAssociation:WebAclAssociation", "joined", {
        resourceArn: ref("public-alb", "arn"),
        webAclArn: ref("firewall", "arn"),
    }),
];

export const specimens: Specimens = {
    compliant: {
        "behind a firewall": guarded,
        "under the older token": guarded.map((one) =>
            one.name === "public-alb" ? { ...one, type: "aws:alb/loadBalancer:LoadBalancer" } : one,
        ),
        internal: changed(network, "public-alb", { internal: true }),
        "a network load balancer": changed(network, "public-alb", { loadBalancerType: "network" }),
    },
    violating: {
        "no firewall": network,
        "no firewall, under the older token": [
            resource("aws:alb/loadBalancer:LoadBalancer", "public-alb", { internal: false }),
        ],
        "a firewall without rules": changed(guarded, "firewall", { rules: [] }),
        "a firewall of another balancer": [
            ...guarded,
            resource(types.loadBalancer, "other", { internal: false, loadBalancerType: "application" }),
        ],
    },
    undecidable: {
        "a firewall whose rules nobody knows": changed(guarded, "firewall", {
            rules: ref("flow-log-group", "rules"),
        }),
    },
};
