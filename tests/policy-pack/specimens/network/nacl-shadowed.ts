import { behindAcl, inlineAcl, soundEntries } from "../../support/acls";
import type { Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        "a sound ACL": behindAcl(...soundEntries),
        "a deny inside a later allow": behindAcl(
            { number: 90, deny: true, ports: [443, 443], cidr: "198.51.100.0/24" },
            { number: 100, ports: [443, 443] },
        ),
        "an allow that earlier entries cover in part": behindAcl(
            { number: 90, ports: [443, 443], cidr: "198.51.100.0/24" },
            { number: 100, ports: [443, 443] },
        ),
        "an allow that wider allows repeat": behindAcl(
            { number: 100, ports: [1024, 65535] },
            { number: 110, ports: [32768, 60999], cidr: "10.0.1.0/24" },
        ),
    },
    violating: {
        "an allow behind a deny": behindAcl(
            { number: 100, deny: true, protocol: "-1", cidr: "10.0.0.0/16" },
            { number: 110, ports: [443, 443], cidr: "10.0.1.0/24" },
        ),
        "a deny behind an allow": behindAcl(
            { number: 100, ports: [0, 65535] },
            { number: 110, deny: true, ports: [22, 22] },
        ),
        "an entry that two earlier ones cover together": inlineAcl(
            { number: 100, ports: [443, 443], cidr: "0.0.0.0/1" },
            { number: 110, ports: [443, 443], cidr: "128.0.0.0/1" },
            { number: 120, deny: true, ports: [443, 443], cidr: "64.0.0.0/2" },
        ),
        "one number twice": behindAcl({ number: 100, ports: [443, 443] }, { number: 100, ports: [80, 80] }),
        "a protocol behind every protocol": behindAcl(
            { number: 100, protocol: "-1" },
            { number: 110, deny: true, protocol: "udp", ports: [53, 53] },
        ),
    },
};
