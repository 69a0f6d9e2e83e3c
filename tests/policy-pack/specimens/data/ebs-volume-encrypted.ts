import { volume } from "../../support/sound-data";
import { ref, resource, type Specimens } from "../../support/specimen";

const byDefault = resource("aws:ebs/encryptionByDefault:EncryptionByDefault", "by-default", {});
const snapshotOf = (encrypted: boolean) => [
    resource("aws:ebs/volume:Volume", "original", { encrypted: true }),
    resource("aws:ebs/snapshotCopy:SnapshotCopy", "copy", {
        sourceSnapshotId: "snap-11112222",
        encrypted,
    }),
    resource("aws:ebs/snapshot:Snapshot", "snapshot", { volumeId: ref("original") }),
];

export const specimens: Specimens = {
    compliant: {
        encrypted: volume(),
        "by the account's default": [...volume({ encrypted: undefined }), byDefault],
        "of an encrypted copy": [
            ...volume({ encrypted: undefined, snapshotId: ref("copy") }),
            ...snapshotOf(true),
        ],
        "of an encrypted volume's snapshot": [
            ...volume({ encrypted: undefined, snapshotId: ref("snapshot") }),
            ...snapshotOf(true),
        ],
    },
    violating: {
        "said not to be": volume({ encrypted: false }),
        "nobody says": volume({ encrypted: undefined, kmsKeyId: undefined }),
        "a key, and nothing that it encrypts": volume({ encrypted: undefined }),
        "the default of another region": [
            ...volume({ encrypted: undefined, region: "eu-central-1" }),
            byDefault,
        ],
        "the default switched off": [
            ...volume({ encrypted: undefined }),
            { ...byDefault, inputs: { enabled: false } },
        ],
        "of a copy that is not": [
            ...volume({ encrypted: undefined, snapshotId: ref("copy") }),
            ...snapshotOf(false),
        ],
    },
    undecidable: {
        "of somebody's snapshot": volume({ encrypted: undefined, snapshotId: "snap-99998888" }),
        "as nobody knows yet": volume({ encrypted: ref("disk", "anything") }),
    },
};
