import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { blocks, faultUnless, flag, text } from "../reading";

/** The four walls of S3's public access block. */
export const walls = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

/** A fault for each wall that is down; left out, it is. */
export const wallsDown = (block: ResourceRecord): Faults =>
    walls.flatMap((wall) =>
        faultUnless(flag(block, wall, false), (up) => up, "is not true, so the bucket can be made public"),
    );

const groupsOfStrangers = ["/AllUsers", "/AuthenticatedUsers"];

/** A fault where an access control list lets strangers in, by its canned name or by a grant. */
export function openAcl(record: ResourceRecord): Faults {
    const grants = ["grants", "accessControlPolicy.grants"].map((path) => blocks(record, path));
    return [
        ...faultUnless(
            text(record, "acl", "private"),
            (acl) => !acl.startsWith("public-") && acl !== "authenticated-read",
            (acl) => `is "${acl}", which lets strangers in`,
        ),
        ...grants.flatMap((list): Faults => {
            if (!list.known) {
                return [undecidable(list.undecided, "whom it lets in cannot be told")];
            }
            const grantees = list.value.flatMap((grant) => [
                text(grant, "uri", ""),
                text(grant, "grantee.uri", ""),
            ]);
            return grantees.flatMap((grantee): Faults =>
                !grantee.known
                    ? [undecidable(grantee.undecided, "whom it lets in cannot be told")]
                    : groupsOfStrangers.some((group) => grantee.value.endsWith(group))
                      ? [violates(grantee.place, "grants access to strangers")]
                      : [],
            );
        }),
    ];
}
