import { behindAcl, inlineAcl, replies, soundEntries } from "../../support/acls";
import type { Specimens } from "../../support/specimen";

const inside = "10.0.0.0/16";

export const specimens: Specimens = {
    compliant: {
        "a sound ACL": behindAcl(...soundEntries),
        "a database's ACL, whose clients run Linux": inlineAcl(
            { number: 100, ports: [3306, 3306], cidr: inside },
            { number: 100, egress: true, ports: [32768, 60999], cidr: inside },
        ),
        "what is denied needs no replies": behindAcl({ number: 100, deny: true, ports: [443, 443] }),
    },
    violating: {
        "HTTPS in, and no replies out": behindAcl({ number: 100, ports: [443, 443] }),
        "HTTPS out, and no replies in": inlineAcl({ number: 100, egress: true, ports: [443, 443] }),
        "replies to the network only, requests from everybody": behindAcl(
            { number: 100, ports: [443, 443] },
            { number: 100, egress: true, ports: replies, cidr: inside },
        ),
        "replies that an earlier deny stops": behindAcl(
            { number: 100, ports: [443, 443] },
            { number: 90, egress: true, deny: true, ports: [40000, 50000] },
            { number: 100, egress: true, ports: replies },
        ),
        "replies by TCP to a UDP service": behindAcl(
            { number: 100, protocol: "udp", ports: [53, 53], cidr: inside },
            { number: 100, egress: true, ports: replies, cidr: inside },
        ),
    },
};
