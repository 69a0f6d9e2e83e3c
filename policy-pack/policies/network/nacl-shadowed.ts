import type { NetworkAclEntry } from "../../../analysis/model/network-model";
import { violates, type Faults } from "../../fault";
import { entriesOf } from "../../network/acl-evaluation";
import { isHidden } from "../../network/hidden-entries";
import { perNetworkAcl, undecidedEntries } from "../../network/per-network-acl";
import { rule } from "../../rule";

export const naclShadowed = rule(
    {
        id: "nacl-shadowed",
        title: "Every network ACL entry has a number of its own, and none stands behind its opposite",
        severity: "medium",
        checklist: ["network-3"],
        why: "A deny that stands behind an allow denies nothing, and two entries of one number fight.",
        fix: "Give the entry a lower number than the one that hides it, or remove it.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html",
    },
    perNetworkAcl((acl) => [
        ...[false, true].flatMap((egress) => {
            const entries = entriesOf(acl, egress);
            return entries.flatMap((entry, i) => hidden(entry, entries.slice(0, i)));
        }),
        ...undecidedEntries(acl, "whether it decides anything cannot be told"),
    ]),
);

function hidden(entry: NetworkAclEntry, earlier: readonly NetworkAclEntry[]): Faults {
    const twin = earlier.find(({ number }) => number === entry.number);
    if (twin !== undefined) {
        return [violates(entry, `entry ${entry.number} has the number of another entry of its direction`)];
    }
    // An allow behind wider allows opens nothing and closes nothing when it goes: it may stand for a
    // path of its own that another path's entry happens to cover today.
    const onlyRepeats =
        entry.allow &&
        isHidden(
            entry,
            earlier.filter(({ allow }) => allow),
        );
    const kind = entry.allow ? "allows" : "denies";
    return !onlyRepeats && isHidden(entry, earlier)
        ? [violates(entry, `entry ${entry.number} ${kind} only what earlier entries have decided`)]
        : [];
}
