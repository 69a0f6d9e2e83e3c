import { from, type Cases, type Fixture } from "../../../support/independent-policies/fixture";
import { document } from "../../../support/independent-policies/policy-statements";
import { aws } from "../../../support/independent-policies/tokens";
import { ref, type SpecimenResource, type SpecimenValue } from "../../support/specimen";

type Stated = { readonly [property: string]: SpecimenValue };

const bucket = (inputs: Stated = {}) => aws("s3:Bucket")({ bucket: "example", ...inputs });
const part = (type: string, inputs: Stated) =>
    aws(`s3:${type}`)({ bucket: ref("subject"), ...inputs }, "part");

/** A bucket and a part of it, as today's resources and as those of the last major version. */
const withPart = (title: string, type: string, inputs: Stated): Cases => ({
    [title]: [bucket(), part(type, inputs)],
    [`${title}, by the older tokens`]: [
        aws("s3:BucketV2")({ bucket: "example" }),
        part(type === "BucketPublicAccessBlock" ? type : `${type}V2`, inputs),
    ],
});

const walls = {
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
};
const wall = (wallStates: Stated, title = JSON.stringify(wallStates)): Cases =>
    withPart(title, "BucketPublicAccessBlock", wallStates);

/** One of the four switches, taken down or left out. */
const down = (name: keyof typeof walls, id: string): Fixture =>
    from("checkov", id, {
        about: new RegExp(name),
        pass: wall(walls, "all four"),
        fail: {
            ...wall({ ...walls, [name]: false }, "down"),
            ...wall({ ...walls, [name]: undefined }, "left out"),
        },
    });

const acl = (inputs: Stated, title: string): Cases => ({
    ...withPart(title, "BucketAcl", inputs),
});
const open = /ACL|acl|grant/;
const everybody = { type: "Group", uri: "http://acs.amazonaws.com/groups/global/AllUsers" };
const owner = { owner: { id: "abc" } };

const byKms = {
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "arn:k" } }],
};
const byS3 = { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] };
const versions = (status: string): Stated => ({ versioningConfiguration: { status } });

const tls = /TLS|plain HTTP|SecureTransport/i;
const denial = (more: object = {}): object => ({
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: ["arn:aws:s3:::example", "arn:aws:s3:::example/*"],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
    ...more,
});
const policy = (...statements: readonly object[]): readonly SpecimenResource[] => [
    bucket(),
    part("BucketPolicy", { policy: document(...statements) }),
];
const reading = (principal: object | string, more: object = {}): object => ({
    Effect: "Allow",
    Principal: principal,
    Action: ["s3:GetObject"],
    Resource: "arn:aws:s3:::example/*",
    ...more,
});
const user = "arn:aws:iam::123456789012:user/username";
const anybody = /everybody|anybody|reach the bucket/i;

export const buckets: readonly Fixture[] = [
    down("blockPublicAcls", "CKV_AWS_53"),
    down("blockPublicPolicy", "CKV_AWS_54"),
    down("ignorePublicAcls", "CKV_AWS_55"),
    down("restrictPublicBuckets", "CKV_AWS_56"),
    from("checkov", "CKV2_AWS_6", {
        pass: wall(walls, "all four"),
        fail: {
            none: [bucket()],
            ...wall({}, "a block that says nothing"),
            ...wall({ blockPublicAcls: false, blockPublicPolicy: false }, "two down"),
            ...wall({ blockPublicAcls: false, blockPublicPolicy: true }, "one down"),
        },
        disputed: {
            "two of four": {
                theirs: "pass",
                because: "S3.8 asks for all four",
                resources: wall({ blockPublicAcls: true, blockPublicPolicy: true }, "two")["two"]!,
            },
        },
    }),
    from("cdk-nag", "S3BucketLevelPublicAccessProhibited", {
        pass: wall(walls, "all four"),
        fail: { none: [bucket()], ...wall({ ...walls, blockPublicAcls: false }, "one down") },
    }),
    from("trivy", "AWS-0094", { pass: wall(walls, "all four"), fail: { none: [bucket()] } }),
    from("checkov", "CKV_AWS_20", {
        about: open,
        pass: {
            "no ACL": [bucket()],
            private: [bucket({ acl: "private" })],
            ...acl({ acl: "private" }, "private, by its own resource"),
            ...acl({ accessControlPolicy: owner }, "an owner alone"),
            ...acl(
                {
                    accessControlPolicy: {
                        ...owner,
                        grants: [{ grantee: { id: "abc", type: "CanonicalUser" }, permission: "READ" }],
                    },
                },
                "a grant to the owner",
            ),
        },
        fail: {
            "public-read": [bucket({ acl: "public-read" })],
            "public-read-write": [bucket({ acl: "public-read-write" })],
            "authenticated-read": [bucket({ acl: "authenticated-read" })],
            ...acl({ acl: "public-read" }, "public-read, by its own resource"),
            ...acl({ acl: "authenticated-read" }, "authenticated-read, by its own resource"),
            ...acl(
                { accessControlPolicy: { ...owner, grants: [{ grantee: everybody, permission: "READ" }] } },
                "a grant to everybody",
            ),
        },
    }),
    from("checkov", "CKV_AWS_57", {
        about: open,
        pass: acl({ acl: "private" }, "private"),
        fail: {
            ...acl({ acl: "public-read-write" }, "public-read-write"),
            ...acl(
                { accessControlPolicy: { ...owner, grants: [{ grantee: everybody, permission: "WRITE" }] } },
                "a grant to write",
            ),
        },
    }),
    from("checkov", "CKV_AWS_145", {
        about: /KMS|sseAlgorithm/,
        pass: {
            ...withPart("KMS", "BucketServerSideEncryptionConfiguration", byKms),
            "KMS, inside the bucket": [
                bucket({ serverSideEncryptionConfiguration: { rule: byKms.rules[0] } }),
            ],
        },
        fail: {
            "nothing said": [bucket()],
            ...withPart("S3's own key", "BucketServerSideEncryptionConfiguration", byS3),
        },
        otherwiseInProduction: ["nothing said", "S3's own key", "S3's own key, by the older tokens"],
    }),
    from("checkov", "CKV_AWS_21", {
        about: /version/i,
        pass: {
            ...withPart("on", "BucketVersioning", versions("Enabled")),
            "on, inside the bucket": [bucket({ versioning: { enabled: true } })],
        },
        fail: {
            "nothing said": [bucket()],
            "off, inside the bucket": [bucket({ versioning: { enabled: false } })],
            ...withPart("suspended", "BucketVersioning", versions("Suspended")),
        },
    }),
    from("cdk-nag", "S3BucketVersioningEnabled", {
        about: /version/i,
        pass: withPart("on", "BucketVersioning", versions("Enabled")),
        fail: withPart("suspended", "BucketVersioning", versions("Suspended")),
    }),
    from("checkov", "CKV_AWS_18", {
        about: /access log/,
        pass: {
            ...withPart("logged", "BucketLogging", { targetBucket: "logs", targetPrefix: "log/" }),
            "logged, inside the bucket": [bucket({ loggings: [{ targetBucket: "logs" }] })],
        },
        fail: { "nothing said": [bucket()] },
    }),
    from("cdk-nag", "S3BucketLoggingEnabled", {
        about: /access log/,
        pass: withPart("logged", "BucketLogging", { targetBucket: "logs", targetPrefix: "log/" }),
        fail: { "nothing said": [bucket()] },
    }),
    from("cdk-nag", "S3BucketSSLRequestsOnly", {
        about: tls,
        pass: {
            "a denial": policy(denial()),
            "a denial of more actions": policy(
                denial({ Action: ["s3:getObject", "s3:*"], Principal: { AWS: "*" } }),
            ),
            "a denial of every action": policy(denial({ Action: ["*", "s3:getObject"] })),
            "a denial of more resources": policy(
                denial({
                    Resource: [
                        "arn:aws:s3:::example",
                        "arn:aws:s3:::example/*",
                        "arn:aws:s3:::example/path/*",
                    ],
                }),
            ),
        },
        fail: {
            "no policy": [bucket()],
            "a denial of another service": policy(denial({ Action: ["nots3:*"] })),
            "a denial of another bucket's objects": policy(
                denial({ Resource: ["arn:aws:s3:::example", "arn:aws:s3:::exampled/*"] }),
            ),
            "a denial of some objects": policy(
                denial({ Resource: ["arn:aws:s3:::example", "arn:aws:s3:::example/s/*"] }),
            ),
            "a denial for another bucket": [
                bucket({ bucket: "food" }),
                aws("s3:BucketPolicy")({ bucket: "example", policy: document(denial()) }, "part"),
            ],
            "a denial where it is encrypted": policy(
                denial({ Condition: { Bool: { "aws:SecureTransport": "true" } } }),
            ),
        },
    }),
    from("checkov", "CKV_AWS_379", {
        about: tls,
        pass: {
            "a denial beside another": policy(
                denial({ Condition: { IpAddress: { "aws:SourceIp": "8.8.8.8/32" } } }),
                denial(),
            ),
        },
        fail: {
            "leave without a word of TLS": policy(reading({ AWS: user })),
            "leave where it is not encrypted": policy(denial({ Effect: "Allow" })),
        },
        disputed: {
            "no policy on a private bucket": {
                theirs: "pass",
                because: "S3.5 asks every bucket for a denial: its own account may come by plain HTTP",
                resources: [bucket({ acl: "private" })],
            },
            "a denial for the bucket without its objects": {
                theirs: "pass",
                because: "objects have ARNs of their own, and could still be read by plain HTTP",
                resources: policy(denial({ Resource: ["arn:aws:s3:::example"] })),
            },
            "leave only where it is encrypted": {
                theirs: "pass",
                because: "leave that another policy gives is not taken back by a condition on this one",
                resources: policy(
                    denial({ Effect: "Allow", Condition: { Bool: { "aws:SecureTransport": "true" } } }),
                ),
            },
        },
    }),
    from("checkov", "CKV_AWS_19", {
        about: /KMS|sseAlgorithm/,
        pass: withPart("KMS", "BucketServerSideEncryptionConfiguration", byKms),
        disputed: {
            "S3's own key": {
                theirs: "pass",
                because: "S3.17 asks for a KMS key; since 2023 S3's own key is what nothing said means",
                resources: withPart("x", "BucketServerSideEncryptionConfiguration", byS3)["x"]!,
            },
        },
    }),
    from("checkov", "CKV_AWS_70", {
        about: anybody,
        pass: {
            "one user": policy(denial(), reading({ AWS: user })),
            "a denial to everybody": policy(denial(), reading("*", { Effect: "Deny" })),
            "everybody who is one user": policy(
                denial(),
                reading({ AWS: "*" }, { Condition: { ArnEquals: { "aws:PrincipalArn": user } } }),
            ),
            "everybody by one endpoint": policy(
                denial(),
                reading("*", { Condition: { StringEquals: { "aws:sourceVpce": "vpce-123abc456def7890a" } } }),
            ),
            "everybody for one account's trails": policy(
                denial(),
                reading("*", {
                    Condition: { ArnLike: { "aws:SourceArn": "arn:aws:cloudtrail:*:111122223333:trail/*" } },
                }),
            ),
        },
        fail: {
            everybody: policy(denial(), reading("*")),
            "everybody of AWS": policy(denial(), reading({ AWS: "*" })),
            "everybody in a list": policy(denial(), reading({ AWS: ["*"] })),
            "everybody, inside the bucket": [bucket({ policy: document(denial(), reading("*")) })],
            "everybody of any account": policy(
                denial(),
                reading({ AWS: "*" }, { Condition: { ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::*" } } }),
            ),
        },
        disputed: {
            "everybody but one user": {
                theirs: "pass",
                because: "ArnNotEquals shuts out one user and lets in all others",
                resources: policy(
                    denial(),
                    reading({ AWS: "*" }, { Condition: { ArnNotEquals: { "aws:PrincipalArn": user } } }),
                ),
            },
        },
    }),
];
