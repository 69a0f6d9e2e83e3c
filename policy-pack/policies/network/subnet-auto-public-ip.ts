import { faultUnless, flag } from "../../reading";
import { perResource, rule } from "../../rule";

export const subnetAutoPublicIp = rule(
    {
        id: "subnet-auto-public-ip",
        title: "No subnet gives public addresses to whatever starts in it",
        severity: "medium",
        checklist: ["network-5"],
        why: "A host gets a public address because of where it starts, without anybody having asked for one.",
        fix: "Set `mapPublicIpOnLaunch` to false, and give an address to the load balancer or NAT that needs it.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-15",
        remediate: () => ({ mapPublicIpOnLaunch: false }),
    },
    perResource(["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"], (subnet) =>
        faultUnless(
            // Every default subnet does so until it is told not to.
            flag(subnet, "mapPublicIpOnLaunch", subnet.type.endsWith("DefaultSubnet")),
            (assigns) => !assigns,
            "gives every host that starts here a public IPv4 address",
        ),
    ),
);
