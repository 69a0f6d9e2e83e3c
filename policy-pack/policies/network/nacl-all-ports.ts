import { equals, union } from "../../../packets/interval-set";
import { everyPort, noPorts } from "../../../packets/ports";
import { passagesOf } from "../../network/acl-evaluation";
import { isInternet } from "../../network/exposure";
import { letIn, perNetworkAcl, undecidedEntries } from "../../network/per-network-acl";
import { rule } from "../../rule";
import { wholeNumber } from "../../settings";

export const naclAllPorts = rule(
    {
        id: "nacl-all-ports",
        title: "No subnet's network ACL lets the internet in on every port",
        severity: "high",
        checklist: ["network-3"],
        why: "An ACL that lets everything in, as AWS's default one does, is no second wall.",
        fix: "Give the subnet an ACL of its own that lets in the ports of its flows and of replies only.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html",
        config: {
            openPorts: wholeNumber("How many TCP ports may be open before they count as all", 65000, 1),
        },
    },
    perNetworkAcl((acl, { openPorts }) => [
        ...(["tcp", "udp"] as const).flatMap((protocol) => {
            const open = passagesOf(acl, false, protocol, everyPort)
                .filter(({ addresses }) => isInternet(addresses))
                .reduce((sum, { ports }) => union(sum, ports), noPorts);
            const count = open.reduce((sum, { first, last }) => sum + last - first + 1, 0);
            return equals(open, everyPort) || count > openPorts
                ? letIn(acl, protocol, open, "that is nearly every port")
                : [];
        }),
        ...undecidedEntries(acl, "whether it lets in everything cannot be told"),
    ]),
);
