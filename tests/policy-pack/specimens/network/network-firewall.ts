import { changed } from "../../support/base-network";
import { ref, resource, type Specimens } from "../../support/specimen";

const firewall = [
    resource("aws:networkfirewall/firewallPolicy:FirewallPolicy", "policy", {
        firewallPolicy: {
            statelessDefaultActions: ["aws:forward_to_sfe"],
            statelessFragmentDefaultActions: ["aws:drop"],
        },
    }),
    resource("aws:networkfirewall/firewall:Firewall", "firewall", {
        firewallPolicyArn: ref("policy", "arn"),
        deleteProtection: true,
        subnetChangeProtection: true,
    }),
    resource("aws:networkfirewall/loggingConfiguration:LoggingConfiguration", "logging", {
        firewallArn: ref("firewall", "arn"),
    }),
];

export const specimens: Specimens = {
    compliant: { "a firewall as it should be": firewall },
    violating: {
        "one that can be deleted": changed(firewall, "firewall", { deleteProtection: undefined }),
        "one that does not log": firewall.filter(({ name }) => name !== "logging"),
        "one that passes by default": changed(firewall, "policy", {
            firewallPolicy: {
                statelessDefaultActions: ["aws:pass"],
                statelessFragmentDefaultActions: ["aws:drop"],
            },
        }),
    },
};
