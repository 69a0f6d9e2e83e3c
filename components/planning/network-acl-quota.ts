import type { NetworkAclEntryPlan } from "./network-acl-entries";
import type { Problem } from "./problem";
import type { SecurityInput } from "./security-input";

/** AWS's quota "rules per network ACL", for each direction, and how far AWS raises it on request. */
export const defaultEntryQuota = 20;
export const highestEntryQuota = 40;

/** The two entries that end every ACL, IPv4's and IPv6's "deny all", are in AWS's count. */
const ownEntries = 2;

/** Every tier's ACL must fit AWS's quota, which AWS would otherwise tell only when it is half made. */
export function checkEntryQuota(
    input: SecurityInput,
    entries: readonly NetworkAclEntryPlan[],
    problems: Problem[],
): void {
    const quota = input.naclEntryQuota ?? defaultEntryQuota;
    if (!Number.isInteger(quota) || quota < defaultEntryQuota || quota > highestEntryQuota) {
        problems.push({
            path: "naclEntryQuota",
            given: String(quota),
            allowed: `a whole number from ${defaultEntryQuota} to ${highestEntryQuota}, as AWS grants`,
            change: `write the account's quota "rules per network ACL", or remove it for ${defaultEntryQuota}`,
        });
        return;
    }
    for (const tier of Object.keys(input.tiers)) {
        for (const direction of ["in", "out"] as const) {
            const count =
                entries.filter((entry) => entry.tier === tier && entry.direction === direction).length +
                ownEntries;
            if (count > quota) {
                problems.push({
                    path: "flows",
                    given: `${count} ${direction === "in" ? "inbound" : "outbound"} network ACL entries for tier ${tier}`,
                    allowed: `${quota}, the ${ownEntries} that AWS adds included`,
                    change:
                        quota < highestEntryQuota
                            ? `ask AWS to raise "rules per network ACL" (up to ${highestEntryQuota}) and set ` +
                              "naclEntryQuota; or use aligned addressing, which makes a tier one block"
                            : "split the tier, give ranges fewer blocks, or use aligned addressing, which makes a tier one block",
                });
            }
        }
    }
}
