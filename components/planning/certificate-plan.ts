import type { Problem } from "./problem";

/** The three ways to a certificate, of which one is chosen. */
export interface CertificateChoices {
    readonly existingArn?: string;
    readonly domainName?: string;
    readonly zoneId?: unknown;
    readonly importedCertificate?: string;
    readonly importedPrivateKey?: unknown;
}

export function certificateProblems(choices: CertificateChoices): Problem[] {
    const ways = (["existingArn", "domainName", "importedCertificate"] as const).filter(
        (way) => choices[way] !== undefined,
    );
    if (ways.length !== 1) {
        return [
            {
                path: "certificate",
                given: ways.length === 0 ? "no certificate" : ways.join(" and "),
                allowed: "exactly one of existingArn, domainName (with zoneId), importedCertificate",
                change: "choose one way to a certificate",
            },
        ];
    }
    const problems: Problem[] = [];
    if (
        choices.existingArn !== undefined &&
        !/^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/.+$/.test(choices.existingArn)
    ) {
        problems.push({
            path: "existingArn",
            given: `"${choices.existingArn}"`,
            allowed: "arn:aws:acm:<region>:<account>:certificate/<id>",
            change: "copy the ARN from ACM, in the load balancer's own region",
        });
    }
    if (choices.domainName !== undefined && choices.zoneId === undefined) {
        problems.push({
            path: "zoneId",
            given: "nothing",
            allowed: "the id of the Route 53 zone that holds the name",
            change: "add zoneId, or give the ARN of a certificate validated elsewhere",
        });
    }
    if (choices.importedCertificate !== undefined && choices.importedPrivateKey === undefined) {
        problems.push({
            path: "importedPrivateKey",
            given: "nothing",
            allowed: "the certificate's private key, as a secret",
            change: "set it with `pulumi config set --secret`",
        });
    }
    return problems;
}
