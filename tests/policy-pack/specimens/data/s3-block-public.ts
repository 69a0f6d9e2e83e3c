import { changed, without } from "../../support/base-network";
import { bucket } from "../../support/sound-data";
import { ref, resource, type Specimens, type SpecimenResource } from "../../support/specimen";

const account = resource("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", "account", {
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
});
const blocks = ["records-closed", "access-logs-closed"];
const down = (wall: string) => changed(bucket, "records-closed", { [wall]: false });
const withAcl = (inputs: SpecimenResource["inputs"], type = "aws:s3/bucketAcl:BucketAcl") => [
    ...bucket,
    resource(type, "acl", { bucket: ref("records"), ...inputs }),
];
const everybody = "http://acs.amazonaws.com/groups/global/AllUsers";

export const specimens: Specimens = {
    compliant: {
        "all walls up": bucket,
        "the account's walls": [...without(bucket, ...blocks), account],
        "under the older token": bucket.map((one) =>
            one.name === "records" ? { ...one, type: "aws:s3/bucketV2:BucketV2" } : one,
        ),
        "a private list": withAcl({ acl: "private" }),
    },
    violating: {
        "no walls": without(bucket, ...blocks),
        "no walls, under the older token": [resource("aws:s3/bucketV2:BucketV2", "old", {})],
        "public lists": down("blockPublicAcls"),
        "public policies": down("blockPublicPolicy"),
        "public lists that count": down("ignorePublicAcls"),
        "public buckets": down("restrictPublicBuckets"),
        "a wall left out": changed(bucket, "records-closed", { restrictPublicBuckets: undefined }),
        "a list for readers": withAcl({ acl: "public-read" }),
        "a list for writers, under the older token": withAcl(
            { acl: "public-read-write" },
            "aws:s3/bucketAclV2:BucketAclV2",
        ),
        "a list in the bucket": changed(bucket, "records", { acl: "public-read" }),
        "a grant in the bucket": changed(bucket, "records", {
            grants: [{ type: "Group", permissions: ["READ"], uri: everybody }],
        }),
        "a grant": withAcl({
            accessControlPolicy: {
                grants: [{ permission: "READ", grantee: { type: "Group", uri: everybody } }],
                owner: { id: "1" },
            },
        }),
        "the account's walls down": [
            ...bucket,
            { ...account, inputs: { ...account.inputs, blockPublicPolicy: false } },
        ],
    },
    undecidable: {
        "a wall that nobody knows yet": changed(bucket, "records-closed", {
            blockPublicAcls: ref("records", "anything"),
        }),
        "walls of some bucket": [
            ...bucket,
            resource("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "stray", {
                bucket: ref("stray", "anything"),
                ...account.inputs,
            }),
        ],
    },
};
