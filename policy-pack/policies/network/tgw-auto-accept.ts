import { faultUnless, isSet, text } from "../../reading";
import { perResource, rule } from "../../rule";

export const tgwAutoAccept = rule(
    {
        id: "tgw-auto-accept",
        title: "Transit gateways accept no attachment by themselves",
        severity: "high",
        checklist: ["network-2"],
        why: "Any account the gateway is shared with could join the network without anybody's consent.",
        fix: 'Leave autoAcceptSharedAttachments unset, or set it to "disable", and accept each attachment explicitly.',
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-23",
        remediate: (gateway) =>
            isSet(gateway, "autoAcceptSharedAttachments")
                ? { autoAcceptSharedAttachments: "disable" }
                : undefined,
    },
    perResource(["aws:ec2transitgateway/transitGateway:TransitGateway"], (gateway) =>
        faultUnless(
            text(gateway, "autoAcceptSharedAttachments", "disable"),
            (value) => value === "disable",
            (value) => `is "${value}": attachments of other accounts join without being accepted`,
        ),
    ),
);
