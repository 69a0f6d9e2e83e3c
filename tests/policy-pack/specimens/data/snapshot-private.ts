import { database, ownKey } from "../../support/sound-data";
import { ref, resource, type Specimens, type SpecimenResource } from "../../support/specimen";

type Inputs = SpecimenResource["inputs"];
const launch = (inputs: Inputs) => [
    resource("aws:ec2/amiLaunchPermission:AmiLaunchPermission", "launch", {
        imageId: "ami-11112222",
        ...inputs,
    }),
];
const restore = (accountId: string) => [
    resource("aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission", "restore", {
        snapshotId: "snap-11112222",
        accountId,
    }),
];
const ofDatabase = (sharedAccounts?: readonly string[]) =>
    resource("aws:rds/snapshot:Snapshot", "snapshot", {
        dbInstanceIdentifier: ref("database", "identifier"),
        dbSnapshotIdentifier: "before-upgrade",
        sharedAccounts,
    });
const copy = (inputs: Inputs, type = "aws:ebs/snapshotCopy:SnapshotCopy") => [
    resource(type, "copy", { encrypted: true, kmsKeyId: ownKey, ...inputs }),
];

export const specimens: Specimens = {
    config: { trustedAccounts: ["444455556666"] },
    compliant: {
        "shared with an account that is trusted": [
            ...launch({ accountId: "444455556666" }),
            ...restore("444455556666"),
        ],
        "a database's, shared with nobody": [...database(), ofDatabase()],
        "an encrypted copy": copy({}),
        "the account's bar": [
            resource("aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess", "bar", {
                state: "block-all-sharing",
            }),
        ],
    },
    violating: {
        "an image for everybody": launch({ group: "all" }),
        "an image for another account": launch({ accountId: "999988887777" }),
        "an image for an organization": launch({
            organizationArn: "arn:aws:organizations::1:organization/o-1",
        }),
        "a disk for another account": restore("999988887777"),
        "a database's for everybody": [...database(), ofDatabase(["all"])],
        "a cluster's for everybody": [
            resource("aws:rds/clusterSnapshot:ClusterSnapshot", "snapshot", { sharedAccounts: ["all"] }),
        ],
        "of a database that is not encrypted": [...database({ storageEncrypted: false }), ofDatabase()],
        "a cluster's that is not encrypted": [
            resource("aws:rds/clusterSnapshot:ClusterSnapshot", "snapshot", { storageEncrypted: false }),
        ],
        "a copy that is not encrypted": copy({ encrypted: undefined }),
        "a copy by AWS's own key": copy({ kmsKeyId: undefined }),
        "a copied image": copy({ encrypted: false }, "aws:ec2/amiCopy:AmiCopy"),
        "the account's bar taken down": [
            resource("aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess", "bar", {
                state: "unblocked",
            }),
        ],
    },
    undecidable: {
        "with whom nobody knows yet": launch({ accountId: ref("launch", "anything") }),
    },
};
