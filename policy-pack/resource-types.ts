/**
 * The modules and names under which one and the same resource can be registered. Whoever asks for
 * one asks for all of them.
 */
const twinModules = [
    ["aws:lb/", "aws:alb/", "aws:applicationloadbalancing/", "aws:elasticloadbalancingv2/"],
    ["aws:elb/", "aws:elasticloadbalancing/"],
] as const;

const twinTypes = [
    ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"],
    ...[
        "AccelerateConfiguration",
        "Acl",
        "CorsConfiguration",
        "LifecycleConfiguration",
        "Logging",
        "ObjectLockConfiguration",
        "RequestPaymentConfiguration",
        "ServerSideEncryptionConfiguration",
        "Versioning",
        "WebsiteConfiguration",
    ].map((part) => [`aws:s3/bucket${part}:Bucket${part}`, `aws:s3/bucket${part}V2:Bucket${part}V2`]),
] as const;

/** The type tokens given, and those of their twins. */
export function withTwins(types: readonly string[]): ReadonlySet<string> {
    return new Set(types.flatMap((type) => [type, ...twinsOf(type)]));
}

function twinsOf(type: string): string[] {
    const modules = twinModules.find((group) => group.some((module) => type.startsWith(module)));
    if (modules !== undefined) {
        const rest = type.slice(type.indexOf("/") + 1);
        return modules.map((module) => `${module}${rest}`);
    }
    return [...(twinTypes.find((group) => (group as readonly string[]).includes(type)) ?? [])];
}
