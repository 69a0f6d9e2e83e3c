import { arnOf, type AwsScope } from "./aws-scope";
import { policyDocument, type PolicyStatement } from "./policy-document";

/** AWS services that an interface endpoint can stand for here. */
export const interfaceServices = [
    "ssm",
    "ssmmessages",
    "ec2messages",
    "kms",
    "logs",
    "monitoring",
    "secretsmanager",
] as const;
export type InterfaceService = (typeof interfaceServices)[number];

/** What a session needs; `ec2messages` only for agents older than 3.3, and harmless beside them. */
export const sessionServices: readonly InterfaceService[] = ["ssm", "ssmmessages", "ec2messages"];

/**
 * What may pass an interface endpoint: only principals of this account, and for services that carry
 * data only this account's resources. Systems Manager stays open to its actions, for patching reads
 * AWS's own documents and baselines.
 */
export function interfaceEndpointPolicy(scope: AwsScope, service: InterfaceService): string {
    const resources: Record<InterfaceService, string | readonly string[]> = {
        ssm: "*",
        ssmmessages: "*",
        ec2messages: "*",
        kms: arnOf(scope, "kms", "*"),
        logs: arnOf(scope, "logs", "log-group:*"),
        monitoring: "*",
        secretsmanager: arnOf(scope, "secretsmanager", "secret:*"),
    };
    return policyDocument({
        Sid: "OwnAccountOnly",
        Principal: "*",
        Action: `${actionPrefix[service]}:*`,
        Resource: resources[service],
        Condition: { StringEquals: { "aws:PrincipalAccount": scope.account } },
    });
}

const actionPrefix: Record<InterfaceService, string> = {
    ssm: "ssm",
    ssmmessages: "ssmmessages",
    ec2messages: "ec2messages",
    kms: "kms",
    logs: "logs",
    monitoring: "cloudwatch",
    secretsmanager: "secretsmanager",
};

/** What may pass a gateway endpoint. */
export const gatewayEndpointPolicy = (scope: AwsScope, service: "s3" | "dynamodb"): string =>
    service === "s3"
        ? s3EndpointPolicy(scope)
        : policyDocument({
              Sid: "OwnAccountOwnTables",
              Principal: "*",
              Action: "dynamodb:*",
              Resource: arnOf(scope, "dynamodb", "table/*"),
              Condition: { StringEquals: { "aws:PrincipalAccount": scope.account } },
          });

/**
 * What may pass the S3 gateway endpoint: this account's principals to this account's buckets, and
 * reading from the buckets AWS itself serves agents, patches and Amazon Linux packages from. Without the
 * latter `dnf` and Patch Manager fail behind the endpoint.
 * Sources: Systems Manager guide, "SSM Agent communications with AWS managed S3 buckets"; Amazon Linux
 * 2023 guide, "Package repositories over an S3 gateway endpoint".
 */
export function s3EndpointPolicy(scope: AwsScope): string {
    const object = (bucket: string): string => `arn:${scope.partition}:s3:::${bucket}/*`;
    const awsBuckets = [
        `aws-ssm-${scope.region}`,
        `amazon-ssm-${scope.region}`,
        `amazon-ssm-packages-${scope.region}`,
        `${scope.region}-birdwatcher-prod`,
        `aws-ssm-document-attachments-${scope.region}`,
        `patch-baseline-snapshot-${scope.region}`,
        `aws-patchmanager-macos-${scope.region}`,
        `amazoncloudwatch-agent-${scope.region}`,
        `al2023-repos-${scope.region}-de612dc2`,
        `amazonlinux-2-repos-${scope.region}`,
    ];
    const own: PolicyStatement = {
        Sid: "OwnAccountOwnBuckets",
        Principal: "*",
        Action: "s3:*",
        Resource: "*",
        Condition: {
            StringEquals: {
                "aws:PrincipalAccount": scope.account,
                "aws:ResourceAccount": scope.account,
            },
        },
    };
    const packages: PolicyStatement = {
        Sid: "AwsPackagesAndPatches",
        Principal: "*",
        Action: "s3:GetObject",
        Resource: awsBuckets.map(object),
    };
    return policyDocument(own, packages);
}
