import type { RecordedRegistration } from "../../../../cli/offline/recorded-registration";
import { pascalKeys, type Properties, Reader } from "./reader";

const bucketTypes = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"];

/** What a template says inside the bucket and @pulumi/aws in resources of its own. */
const parts: { readonly [type: string]: (part: Reader) => Properties } = {
    "aws:s3/bucketVersioning:BucketVersioning": (part) => ({
        VersioningConfiguration: part.named({ Status: "versioningConfiguration.status" }),
    }),
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": (part) => ({
        BucketEncryption: {
            ServerSideEncryptionConfiguration: part.blocks("rules").map((rule) => {
                const { SseAlgorithm, KmsMasterKeyId } =
                    rule.ApplyServerSideEncryptionByDefault as Properties;
                return {
                    ServerSideEncryptionByDefault: {
                        SSEAlgorithm: SseAlgorithm,
                        ...(KmsMasterKeyId === undefined ? {} : { KMSMasterKeyID: KmsMasterKeyId }),
                    },
                };
            }),
        },
    }),
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": (part) => ({
        PublicAccessBlockConfiguration: part.same(
            ...["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"],
        ),
    }),
    "aws:s3/bucketLogging:BucketLogging": (part) => ({
        LoggingConfiguration: part.named({
            DestinationBucketName: "targetBucket",
            LogFilePrefix: "targetPrefix",
        }),
    }),
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": (part) => ({
        LifecycleConfiguration: {
            Rules: part.blocks("rules").map(({ Id, Status, Expiration }) => ({
                Id,
                Status,
                ExpirationInDays: (Expiration as Properties | undefined)?.Days,
            })),
        },
    }),
};

export const isBucket = ({ type }: RecordedRegistration): boolean => bucketTypes.includes(type);

/** A bucket with its parts, as a template has it in one. */
export function bucketProperties(
    bucket: RecordedRegistration,
    registrations: readonly RecordedRegistration[],
    logicalIds: ReadonlyMap<string, string>,
): Properties {
    const own = registrations.filter(
        ({ type, propertyDependencies }) =>
            parts[type] !== undefined && propertyDependencies.bucket?.includes(bucket.urn),
    );
    const said = own.map((part) => parts[part.type]!(new Reader(part, logicalIds)));
    const reader = new Reader(bucket, logicalIds);
    return Object.assign(
        {},
        reader.named({ BucketName: "bucket" }),
        accessControl(reader),
        ...said,
    ) as Properties;
}

const accessControl = (bucket: Reader): Properties =>
    bucket.get("acl") === "public-read" ? { AccessControl: "PublicRead" } : pascalKeys({});
