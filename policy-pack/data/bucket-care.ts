import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { statements } from "../policy-statements";
import { blocks, isSet, text } from "../reading";
import type { Stack } from "../stack";
import { accessLogBuckets, bucketParts, loneParts, partsOf, serverLogBuckets } from "./buckets";
import { unlessOwnKey } from "./kms-keys";
import { deniesPlainTo } from "./plain-denials";

export interface CareSettings {
    /** The least that encrypts objects. */
    readonly encryption: "aws:kms" | "AES256";
    readonly accessLogs: boolean;
}

/** What a bucket lacks of what every bucket needs, from its own blocks and from its parts. */
export function careFaults(stack: Stack, bucket: ResourceRecord, settings: CareSettings): Faults {
    const needsOwnKey = settings.encryption !== "AES256" && !accessLogBuckets(stack).has(bucket.urn);
    const needsLog = settings.accessLogs && !serverLogBuckets(stack).has(bucket.urn);
    const has = (type: string): readonly ResourceRecord[] => partsOf(stack, bucket, type);
    return [
        ...(needsOwnKey ? unlessKms(bucket, has(bucketParts.encryption)) : []),
        ...unlessVersioned(bucket, has(bucketParts.versioning)),
        ...(needsLog ? unlessLogged(bucket, has(bucketParts.logging)) : []),
        ...unlessTlsOnly(bucket, has(bucketParts.policy)),
    ];
}

/** A bucket of another stack has one policy and one state of versions: those that are written here. */
export const lonePartFaults = (stack: Stack): Faults => [
    ...loneParts(stack, bucketParts.versioning).flatMap((part) => unlessVersioned(part, [part])),
    ...loneParts(stack, bucketParts.policy).flatMap((part) => unlessTlsOnly(part, [])),
];

function unlessLogged(bucket: ResourceRecord, configurations: readonly ResourceRecord[]): Faults {
    return configurations.length > 0 || isSet(bucket, "logging") || isSet(bucket, "loggings")
        ? []
        : [violates(bucket, "has no access log, so nobody can tell who read what")];
}

const ruleLists = [
    "rules",
    "serverSideEncryptionConfiguration.rule",
    "serverSideEncryptionConfigurations[0].rules",
];
const defaultOf = ["applyServerSideEncryptionByDefault", "applyServerSideEncryptionByDefaults[0]"];

function unlessKms(bucket: ResourceRecord, configurations: readonly ResourceRecord[]): Faults {
    const rules = [bucket, ...configurations].flatMap((source) =>
        ruleLists.map((list) => blocks(source, list)),
    );
    const open = rules.flatMap((list) => (list.known ? [] : [undecidable(list.undecided)]));
    const written = rules.flatMap((list) => (list.known ? list.value : []));
    const algorithms = written.flatMap((one) =>
        defaultOf
            .filter((path) => isSet(one, path))
            .map((path) => ({ one, path, by: text(one, `${path}.sseAlgorithm`, "") })),
    );
    if (algorithms.length === 0) {
        return open.length > 0
            ? open
            : [violates(bucket, "is encrypted by S3's own key only: no KMS key is set")];
    }
    return algorithms.flatMap(({ one, path, by }): Faults =>
        !by.known
            ? [undecidable(by.undecided, "which key encrypts the bucket cannot be told")]
            : by.value.startsWith("aws:kms")
              ? unlessOwnKey(one, `${path}.kmsMasterKeyId`, "objects are")
              : [violates(by.place, `is "${by.value}", S3's own key, which nobody here controls`)],
    );
}

function unlessVersioned(bucket: ResourceRecord, configurations: readonly ResourceRecord[]): Faults {
    const states = [
        text(bucket, "versioning.enabled", ""),
        text(bucket, "versionings[0].enabled", ""),
        ...configurations.map((one) => text(one, "versioningConfiguration.status", "")),
    ];
    const isOn = states.some((state) => state.known && ["true", "Enabled"].includes(state.value));
    const open = states.flatMap((state) => (state.known ? [] : [undecidable(state.undecided)]));
    return isOn ? [] : open.length > 0 ? open : [violates(bucket, "keeps no older versions of its objects")];
}

/** A policy that is not known is told by itself. */
function unlessTlsOnly(bucket: ResourceRecord, policies: readonly ResourceRecord[]): Faults {
    const documents = [bucket, ...policies].map((source) => statements(source, "policy"));
    const name = text(bucket, "bucket");
    const deniesHere = deniesPlainTo(name.known ? name.value : undefined);
    return documents.some((document) => !document.known || document.value.some(deniesHere))
        ? []
        : [violates(bucket, "answers plain HTTP: no policy denies what aws:SecureTransport calls false")];
}
