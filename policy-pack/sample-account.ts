import type { ResourceRecord } from "../analysis/model/resource-record";
import { text, valueAt } from "./reading";
import type { Stack } from "./stack";

/** Numbers by which AWS's documentation and emulators call an account: nobody's resources are in them. */
const exampleAccounts: ReadonlySet<unknown> = new Set([
    "000000000000",
    "111122223333",
    "123456789012",
    "444455556666",
    "777788889999",
]);

/** Names that are kept for examples (RFC 2606): nobody has an address there. */
const exampleAddress = /@([a-z0-9-]+\.)*(example(\.(com|net|org))?|test|invalid|localhost)\b/i;

/**
 * Whose account a stack is pinned to: `nobody` where every AWS provider names only accounts that examples
 * have, `somebody` where one names another. Undefined where none is named.
 */
export function pinnedTo({ providers }: Stack): "nobody" | "somebody" | undefined {
    const pins = providers.map(allowedAccounts);
    if (pins.flat().some((account) => !exampleAccounts.has(account))) {
        return "somebody";
    }
    return pins.length > 0 && pins.every((accounts) => accounts.length > 0) ? "nobody" : undefined;
}

/** Whether what somebody signed with is the sample's own address. */
export const isSampleSignature = (signedBy: string): boolean => exampleAddress.test(signedBy);

/** Providers get lists as the JSON of a list. */
function allowedAccounts(provider: ResourceRecord): readonly unknown[] {
    const value = valueAt(provider, "allowedAccountIds");
    const written = text(provider, "allowedAccountIds", "[]");
    if (Array.isArray(value)) {
        return value;
    }
    return written.known ? (written.value.match(/\d+/g) ?? []) : [];
}
