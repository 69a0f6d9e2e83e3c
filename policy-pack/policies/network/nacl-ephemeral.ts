import { entriesOf } from "../../network/acl-evaluation";
import { perNetworkAcl, undecidedEntries } from "../../network/per-network-acl";
import { withoutReplies } from "../../network/replies";
import { rule } from "../../rule";

export const naclEphemeral = rule(
    {
        id: "nacl-ephemeral",
        title: "Network ACLs let the replies back to whoever they let ask",
        severity: "medium",
        checklist: ["network-3"],
        why: "ACLs keep no state: without the way back for replies, what is allowed does not work at all.",
        fix: "Allow the client ports (1024-65535, or 32768-60999 for Linux) in the other direction, to the same range.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html",
    },
    perNetworkAcl(
        (acl) => [
            ...[false, true].flatMap((egress) =>
                entriesOf(acl, egress)
                    .filter(({ allow }) => allow)
                    .flatMap((entry) =>
                        (["tcp", "udp"] as const).flatMap((protocol) => withoutReplies(acl, entry, protocol)),
                    ),
            ),
            ...undecidedEntries(acl, "whether replies come back cannot be told"),
        ],
        "whole",
    ),
);
