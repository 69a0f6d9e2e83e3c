import { faultUnless, flag } from "../../reading";
import { perResource, rule } from "../../rule";
import { toggle } from "../../settings";

export const noNatInstance = rule(
    {
        id: "no-nat-instance",
        title: "No host forwards other hosts' packets",
        severity: "medium",
        checklist: ["network-7"],
        why: "A host without the source/destination check passes packets on; as NAT it is one point of failure.",
        fix: "Use a NAT gateway and leave `sourceDestCheck` on.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-180",
        config: {
            allowNatInstances: toggle("Whether an environment may save money by a NAT instance", false),
        },
    },
    perResource(
        ["aws:ec2/instance:Instance", "aws:ec2/networkInterface:NetworkInterface"],
        (host, { allowNatInstances }) =>
            faultUnless(
                flag(host, "sourceDestCheck", true),
                (checks) => checks || allowNatInstances,
                "is off, so that it forwards packets which are not its own",
            ),
    ),
);
