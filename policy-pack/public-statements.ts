import type { Statement } from "./policy-statements";

/** Condition keys that say which account, organization, network or resource a request comes from. */
const scopingKeys = new Set(
    [
        "aws:PrincipalAccount",
        "aws:PrincipalArn",
        "aws:PrincipalOrgID",
        "aws:PrincipalOrgPaths",
        "aws:SourceAccount",
        "aws:SourceArn",
        "aws:SourceIp",
        "aws:SourceOrgID",
        "aws:SourceOwner",
        "aws:SourceVpc",
        "aws:SourceVpce",
        "aws:userid",
        "aws:VpcSourceIp",
        "kms:CallerAccount",
    ].map((key) => key.toLowerCase()),
);

/** Values under which a condition holds for everybody. */
const everything = new Set(["*", "0.0.0.0/0", "::/0"]);

/**
 * Whether a statement lets everybody in. A condition narrows it only when it says who or where from,
 * says it in the positive, and is not met by everything.
 */
export const isPublic = (statement: Statement): boolean =>
    statement.effect === "Allow" &&
    (statement.hasNotPrincipal || statement.principals.includes("*")) &&
    !Object.entries(statement.condition).some(([operator, keys]) => narrows(operator, keys));

function narrows(operator: string, keys: unknown): boolean {
    if (/not|ifexists|null/i.test(operator) || typeof keys !== "object" || keys === null) {
        return false;
    }
    return Object.entries(keys).some(
        ([key, value]) =>
            scopingKeys.has(key.toLowerCase()) && ![value].flat().some((one) => everything.has(String(one))),
    );
}
