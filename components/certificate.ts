import * as acm from "@pulumi/aws/acm";
import * as route53 from "@pulumi/aws/route53";
import * as pulumi from "@pulumi/pulumi";
import { refuse } from "./planning/bad-arguments";
import { certificateProblems } from "./planning/certificate-plan";

/** Arguments of Certificate. Exactly one of the three ways: an ARN, a domain with its zone, or an import. */
export interface CertificateArgs {
    /** A certificate that ACM already holds. */
    existingArn?: string;
    /** The name to get a certificate for; ACM renews it as long as the zone's record stays. */
    domainName?: string;
    /** Further names, wildcards too. */
    alternativeNames?: string[];
    /** The Route 53 zone that proves ownership. */
    zoneId?: pulumi.Input<string>;
    /** A certificate made elsewhere, self-signed for instance, in PEM form. For development only. */
    importedCertificate?: string;
    /** Its private key in PEM form. Passed to ACM and never written to state. */
    importedPrivateKey?: pulumi.Input<string>;
    /** A number to raise whenever the imported certificate or key changes. Defaults to 1. */
    importedVersion?: number;
    /** Tags of the certificate. */
    tags?: Record<string, string>;
}

/**
 * The certificate a load balancer shows: one that exists, one that ACM issues against a DNS record, or
 * an imported one.
 *
 * Creates nothing for an existing one; otherwise the certificate and, for DNS, its validation record and
 * the wait for it. ACM's public certificates are free.
 * Throws a BadArgumentsError unless exactly one way is chosen.
 * Checklist: "SSL/TLS for data in transit".
 */
export class Certificate extends pulumi.ComponentResource {
    /** ARN of the certificate, once it is valid. */
    public readonly certificateArn: pulumi.Output<string>;

    constructor(name: string, args: CertificateArgs, opts?: pulumi.ComponentResourceOptions) {
        refuse(`Certificate "${name}"`, certificateProblems(args));
        // The key goes to ACM alone: a component's own inputs are kept in state.
        super("palisade:index:Certificate", name, { ...args, importedPrivateKey: undefined }, opts);
        this.certificateArn = certificateArn(name, args, this);
        this.registerOutputs({ certificateArn: this.certificateArn });
    }
}

function certificateArn(name: string, args: CertificateArgs, parent: pulumi.Resource): pulumi.Output<string> {
    if (args.existingArn !== undefined) {
        return pulumi.output(args.existingArn);
    }
    if (args.domainName !== undefined) {
        return issued(name, args.domainName, args, parent);
    }
    return new acm.Certificate(
        `${name}-imported`,
        {
            certificateBody: args.importedCertificate,
            privateKeyWo: args.importedPrivateKey,
            privateKeyWoVersion: args.importedVersion ?? 1,
            tags: args.tags,
        },
        { parent },
    ).arn;
}

function issued(
    name: string,
    domainName: string,
    args: CertificateArgs,
    parent: pulumi.Resource,
): pulumi.Output<string> {
    const certificate = new acm.Certificate(
        `${name}-issued`,
        {
            domainName,
            subjectAlternativeNames: args.alternativeNames ?? [],
            validationMethod: "DNS",
            tags: args.tags,
        },
        { parent },
    );
    // One record a name. ACM lists them in the order of the names only by custom, but each validates by
    // itself, so order does not matter; how many there are is known before ACM answers.
    const names = [...new Set([domainName, ...(args.alternativeNames ?? [])].map(withoutWildcard))];
    const records = names.map((recordedName) => {
        const option = certificate.domainValidationOptions.apply((options) =>
            options.find((found) => withoutWildcard(found.domainName) === recordedName)!,
        );
        return new route53.Record(
            `${name}-${recordedName}`,
            {
                zoneId: args.zoneId!,
                name: option.apply((found) => found.resourceRecordName),
                type: option.apply((found) => found.resourceRecordType),
                records: [option.apply((found) => found.resourceRecordValue)],
                ttl: 300,
                allowOverwrite: true,
            },
            { parent },
        );
    });
    return new acm.CertificateValidation(
        `${name}-validation`,
        { certificateArn: certificate.arn, validationRecordFqdns: records.map((record) => record.fqdn) },
        { parent },
    ).certificateArn;
}

/** ACM validates `*.example.com` by the record of `example.com`. */
const withoutWildcard = (domainName: string): string => domainName.replace(/^\*\./, "");
