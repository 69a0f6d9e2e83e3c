import type { ResourceRecord } from "../analysis/model/resource-record";
import { text, valueAt } from "./reading";
import type { Stack } from "./stack";

/** Numbers by which AWS's documentation and emulators call an account: nobody's resources are in them. */
const exampleAccounts = [
    "000000000000",
    "111122223333",
    "123456789012",
    "444455556666",
    "777788889999",
] as const;

/** Names that are kept for examples (RFC 2606): nobody has an address there. */
const exampleAddress = /@([a-z0-9-]+\.)*(example(\.(com|net|org))?|test|invalid|localhost)\b/i;

/**
 * Whether the stack can be nobody's: every AWS provider is pinned to an account that only examples have.
 * Undefined where no provider can be seen.
 */
export function isSampleStack({ providers }: Stack): boolean | undefined {
    return providers.length === 0 ? undefined : providers.every(isPinnedToExample);
}

/** Whether what somebody signed with is the sample's own address. */
export const isSampleSignature = (signedBy: string): boolean => exampleAddress.test(signedBy);

function isPinnedToExample(provider: ResourceRecord): boolean {
    const accounts = allowedAccounts(provider);
    return (
        accounts.length > 0 &&
        accounts.every((account) => (exampleAccounts as readonly unknown[]).includes(account))
    );
}

/** Providers get lists as the JSON of a list. */
function allowedAccounts(provider: ResourceRecord): readonly unknown[] {
    const value = valueAt(provider, "allowedAccountIds");
    const written = text(provider, "allowedAccountIds", "[]");
    if (Array.isArray(value)) {
        return value;
    }
    return written.known ? (written.value.match(/\d+/g) ?? []) : [];
}
