import { portRange } from "../../../packets/ports";
import { letIn, perNetworkAcl, undecidedEntries } from "../../network/per-network-acl";
import { rule } from "../../rule";

export const naclFtp = rule(
    {
        id: "nacl-ftp",
        title: "No network ACL lets the internet reach FTP",
        severity: "medium",
        checklist: ["network-3", "data-2"],
        why: "FTP sends passwords and files in the clear.",
        fix: "Remove the entry, or deny TCP 20 and 21 under a lower number; use SFTP or S3.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html",
    },
    perNetworkAcl((acl) => [
        ...letIn(acl, "tcp", portRange(20, 21), "files and passwords travel in the clear"),
        ...undecidedEntries(acl, "whether it lets in FTP cannot be told"),
    ]),
);
