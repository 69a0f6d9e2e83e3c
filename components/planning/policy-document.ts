/** One statement of an IAM, resource or endpoint policy, in AWS's own words. */
export interface PolicyStatement {
    readonly Sid: string;
    readonly Effect?: "Allow" | "Deny";
    readonly Principal?: PolicyPrincipal | "*";
    readonly Action?: string | readonly string[];
    readonly NotAction?: string | readonly string[];
    readonly Resource?: string | readonly string[];
    readonly NotResource?: string | readonly string[];
    readonly Condition?: PolicyCondition;
}

export interface PolicyPrincipal {
    readonly AWS?: string | readonly string[];
    readonly Service?: string | readonly string[];
    readonly Federated?: string | readonly string[];
}

export interface PolicyCondition {
    readonly [operator: string]: { readonly [key: string]: string | readonly string[] };
}

/** The document as the text AWS takes. Statements allow unless they say otherwise. */
export function policyDocument(...statements: readonly PolicyStatement[]): string {
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: statements.map(({ Sid, Effect = "Allow", ...rest }) => ({ Sid, Effect, ...rest })),
    });
}

/** Who may assume a role: one AWS service, and only on behalf of this account where it can say so. */
export function serviceTrust(service: string, condition?: PolicyCondition): string {
    return policyDocument({
        Sid: "Assume",
        Principal: { Service: service },
        Action: "sts:AssumeRole",
        ...(condition === undefined ? {} : { Condition: condition }),
    });
}

/** Refuses whoever comes without TLS; belongs into every bucket policy. */
export const denyPlainHttp = (bucket: string): PolicyStatement => ({
    Sid: "DenyPlainHttp",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucket, `${bucket}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
});
