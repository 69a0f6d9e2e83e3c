import type { Statement } from "../policy-statements";

/** Keys that say of a foreigner that it is the right one, or that a person holds a second factor. */
const proofs = [
    "sts:externalid",
    "aws:principalorgid",
    "aws:principalorgpaths",
    "aws:principalarn",
    "aws:multifactorauthpresent",
    "aws:multifactorauthage",
];

/** The account of an AWS principal, where it is written out. */
export const accountOf = (principal: string): string | undefined =>
    /^AWS:(?:arn:[^:]*:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(principal)?.[1];

/** Whether it is an account as a whole, which then decides by itself who of it comes. */
export const isWholeAccount = (principal: string): boolean =>
    /^AWS:(\d{12}|arn:[^:]*:iam::\d{12}:root)$/.test(principal);

/** The values that a condition demands of a key, in the positive. */
export function demanded({ condition }: Statement, isKey: (key: string) => boolean): readonly string[] {
    return Object.entries(condition)
        .filter(([operator]) => !/not|ifexists|null/i.test(operator))
        .flatMap(([, keys]) => (typeof keys === "object" && keys !== null ? Object.entries(keys) : []))
        .filter(([key]) => isKey(key.toLowerCase()))
        .flatMap(([, values]) => [values as unknown].flat().map(String));
}

/** Whether a trusted foreigner must show more than that it is in its account. */
export const hasProof = (statement: Statement): boolean =>
    demanded(statement, (key) => proofs.includes(key)).some((value) => !/^(\*|false)$/i.test(value));

/** A Cognito identity pool is named as the audience of its own users. */
const cognitoPool = "cognito-identity.amazonaws.com:aud";

/**
 * Whether an identity provider's word is taken for one workload only: the subject must be demanded,
 * and its first two parts (`repo:organization/repository`) must hold no wildcard.
 */
export function namesSubject(statement: Statement): boolean {
    const subjects = demanded(statement, (key) => key.endsWith(":sub") || key === cognitoPool);
    return (
        subjects.length > 0 &&
        subjects.every((subject) => !/[*?]/.test(subject.split(":").slice(0, 2).join(":")))
    );
}
