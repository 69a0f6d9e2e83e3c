import { network } from "../../support/base-network";
import { behindAcl, inlineAcl, soundEntries } from "../../support/acls";
import type { Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: { "a sound ACL": behindAcl(...soundEntries) },
    violating: {
        "the default ACL, which lets in everything": network,
        "every protocol": inlineAcl({ number: 100, protocol: "-1" }),
        "every port over IPv6": behindAcl({ number: 100, ports: [0, 65535], cidr: "::/0" }),
        "every port in two entries": behindAcl(
            { number: 100, ports: [0, 30000] },
            { number: 110, ports: [30001, 65535] },
        ),
        "every port but one": behindAcl(
            { number: 100, deny: true, ports: [22, 22] },
            { number: 110, ports: [0, 65535] },
        ),
    },
};
