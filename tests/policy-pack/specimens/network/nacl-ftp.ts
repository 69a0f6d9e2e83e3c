import { behindAcl, inlineAcl, soundEntries } from "../../support/acls";
import type { Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        "a sound ACL": behindAcl(...soundEntries),
        "FTP from the office": behindAcl({ number: 100, ports: [20, 21], cidr: "203.0.113.0/24" }),
    },
    violating: {
        "FTP from everybody": behindAcl({ number: 100, ports: [21, 21] }),
        "a range that holds FTP, TCP by its number": inlineAcl({
            number: 100,
            protocol: "6",
            ports: [0, 1023],
        }),
    },
};
