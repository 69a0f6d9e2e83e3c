import { behindAcl, inlineAcl, replies, seedEntries, soundEntries } from "../../support/acls";
import { types } from "../../support/resource-types";
import { resource, type Specimens } from "../../support/specimen";

const sshFromEverybody = {
    ruleNumber: 100,
    egress: false,
    ruleAction: "allow",
    protocol: "tcp",
    fromPort: 22,
    toPort: 22,
    cidrBlock: "0.0.0.0/0",
};

export const specimens: Specimens = {
    compliant: {
        "a sound ACL": behindAcl(...soundEntries),
        "a sound ACL, inline": inlineAcl(...soundEntries),
        "SSH from the office": behindAcl(...soundEntries, {
            number: 5,
            ports: [22, 22],
            cidr: "203.0.113.0/24",
        }),
    },
    violating: {
        "the seed's own public ACL": behindAcl(...seedEntries),
        "the seed's own public ACL, inline": inlineAcl(...seedEntries),
        "SSH from everybody": inlineAcl({ number: 100, ports: [22, 22] }),
        "SSH from everybody, into another stack's ACL": [
            resource(types.networkAclRule, "added", { networkAclId: "acl-elsewhere", ...sshFromEverybody }),
        ],
        "SSH from everybody, into an ACL that nothing names": [
            resource(types.networkAclRule, "added", sshFromEverybody),
        ],
        "a deny that comes too late": behindAcl(
            { number: 100, ports: replies },
            { number: 200, deny: true, ports: [3389, 3389] },
        ),
        "SSH from two halves of the internet": behindAcl(
            { number: 100, ports: [22, 22], cidr: "0.0.0.0/1" },
            { number: 110, ports: [22, 22], cidr: "128.0.0.0/1" },
        ),
        "a deny that forgets IPv6": behindAcl(...soundEntries, {
            number: 120,
            protocol: "-1",
            cidr: "::/0",
        }),
    },
};
