import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { faultUnless, flag } from "../../reading";
import { perResource, rule } from "../../rule";

export const vpnLogging = rule(
    {
        id: "vpn-logging",
        title: "VPN connections are logged",
        severity: "medium",
        checklist: ["network-4", "monitoring-4"],
        why: "A VPN is a way into the network; without its log nobody sees who took it, or tried.",
        fix: "Enable `connectionLogOptions` on client VPN endpoints and the log options of both tunnels.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-51",
    },
    perResource(
        ["aws:ec2clientvpn/endpoint:Endpoint", "aws:ec2/vpnConnection:VpnConnection"],
        (vpn: ResourceRecord) =>
            switchesOf(vpn).flatMap((path) =>
                faultUnless(flag(vpn, path, false), (logs) => logs, "is off, so nobody sees who connects"),
            ),
    ),
);

const switchesOf = ({ type }: ResourceRecord): readonly string[] =>
    type.startsWith("aws:ec2clientvpn/")
        ? ["connectionLogOptions.enabled"]
        : [1, 2].map((tunnel) => `tunnel${tunnel}LogOptions.cloudwatchLogOptions.logEnabled`);
