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

const arnKeys = new Set(["aws:principalarn", "aws:sourcearn"]);

/** Values under which a condition holds for everybody. */
const everything = new Set(["*", "0.0.0.0/0", "::/0"]);

/**
 * Whether a statement lets everybody in. A condition narrows it only when it says who or where from,
 * says it in the positive, and is not met by everything.
 */
export const isPublic = (statement: Statement): boolean =>
    statement.effect === "Allow" &&
    (statement.hasNotPrincipal || statement.principals.some(isAnybody)) &&
    !Object.entries(statement.condition).some(([operator, keys]) => narrows(operator, keys));

/** Everybody, or a name that any account may have. */
const isAnybody = (principal: string): boolean =>
    principal === "*" || /^(AWS:)?arn:[^:]*:(iam|sts)::\*/.test(principal);

/** Whether an ARN is of any account: of a wildcard one, or of none where whatever it names is one. */
function isAnyonesArn(arn: string): boolean {
    const [, , , , account, ...rest] = arn.split(":");
    return account === undefined || account === ""
        ? /^(arn:.*)?\*+$/.test(arn) && !/[^*]/.test(rest.join(":"))
        : !/[^*?]/.test(account);
}

/** Whether a condition on this key is met by everybody. */
const isMet = (key: string, value: string): boolean =>
    everything.has(value) || (arnKeys.has(key) && isAnyonesArn(value));

function narrows(operator: string, keys: unknown): boolean {
    if (/not|ifexists|null/i.test(operator) || typeof keys !== "object" || keys === null) {
        return false;
    }
    return Object.entries(keys).some(
        ([key, value]) =>
            scopingKeys.has(key.toLowerCase()) &&
            ![value].flat().some((one) => isMet(key.toLowerCase(), String(one))),
    );
}
