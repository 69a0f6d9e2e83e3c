import { createHash } from "node:crypto";
/**
 * Where resources live. With the account known before the first preview, every policy document can be
 * written whole: its ARNs are built from names instead of from outputs that nobody knows yet, and so
 * a policy pack can judge it before anything exists.
 */
export interface AwsScope {
    /** The twelve digits of the account. */
    readonly account: string;
    readonly region: string;
    /** `aws`, `aws-us-gov` or `aws-cn`; it is the region's own. */
    readonly partition: string;
}

export const awsScope = (account: string, region: string): AwsScope => ({
    account,
    region,
    partition: partitionOf(region),
});

export const partitionOf = (region: string): string =>
    region.startsWith("us-gov-") ? "aws-us-gov" : region.startsWith("cn-") ? "aws-cn" : "aws";

/** An ARN in the scope's own region and account, for example `arnOf(scope, "sns", "alarms")`. */
export const arnOf = (scope: AwsScope, service: string, resource: string): string =>
    `arn:${scope.partition}:${service}:${scope.region}:${scope.account}:${resource}`;

/** An IAM ARN; IAM has no region. */
export const iamArn = (scope: AwsScope, resource: string): string =>
    `arn:${scope.partition}:iam::${scope.account}:${resource}`;

/** A policy that AWS itself keeps, for example `AmazonSSMManagedInstanceCore`. */
export const managedPolicyArn = (scope: AwsScope, name: string): string =>
    `arn:${scope.partition}:iam::aws:policy/${name}`;

/** A bucket, or with a path the objects in it. */
export const bucketArn = (scope: AwsScope, bucket: string, path = ""): string =>
    `arn:${scope.partition}:s3:::${bucket}${path === "" ? "" : `/${path}`}`;

export const logGroupArn = (scope: AwsScope, name: string): string =>
    arnOf(scope, "logs", `log-group:${name}`);

/** Every principal of the account, under the conditions that its own IAM policies set. */
export const accountRoot = (scope: AwsScope): string => iamArn(scope, "root");

/** S3's limit. */
const longestBucketName = 63;

/**
 * Bucket names are global; account and region make them unique without making them random. A name that leaves
 * no room for both is cut, and ends in a digest of the whole.
 */
export function bucketName(scope: AwsScope, name: string): string {
    const place = `-${scope.account}-${scope.region}`;
    const room = longestBucketName - place.length;
    const digest = createHash("sha256").update(name).digest("hex").slice(0, 6);
    const fitting = name.length > room ? `${name.slice(0, room - digest.length - 1)}-${digest}` : name;
    return `${fitting}${place}`.toLowerCase();
}
