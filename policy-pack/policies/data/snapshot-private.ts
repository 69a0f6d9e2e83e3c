import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { unlessOwnKey } from "../../data/kms-keys";
import { ofOpenDatabases, sharedWithStrangers, unblocked } from "../../data/snapshot-sharing";
import type { Faults } from "../../fault";
import { faultUnless, flag } from "../../reading";
import { perResourceAndStack, rule } from "../../rule";
import { textList } from "../../settings";

const shares = [
    "aws:ec2/amiLaunchPermission:AmiLaunchPermission",
    "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission",
    "aws:rds/snapshot:Snapshot",
    "aws:rds/clusterSnapshot:ClusterSnapshot",
    "aws:rds/snapshotCopy:SnapshotCopy",
    "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
];
const imageCopy = "aws:ec2/amiCopy:AmiCopy";
const diskCopies = ["aws:ebs/snapshotCopy:SnapshotCopy", "aws:ebs/snapshotImport:SnapshotImport", imageCopy];
const bars = [
    "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
    "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
];
const types = [...shares, ...diskCopies, ...bars];

export const snapshotPrivate = rule(
    {
        id: "snapshot-private",
        title: "Snapshots and images are shared with nobody unknown, and their copies are encrypted",
        severity: "critical",
        checklist: ["data-1", "data-4"],
        why: "A public snapshot is the whole disk or database, for everybody to copy.",
        fix: "Share only with accounts named in `trustedAccounts`; set `encrypted` and `kmsKeyId` on copies.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-1",
        config: { trustedAccounts: textList("Accounts that snapshots and images may be shared with", []) },
    },
    perResourceAndStack(
        types,
        (record, { trustedAccounts }) => ofOne(record, trustedAccounts),
        (stack, { trustedAccounts }) => [
            ...stack.stated(...types).flatMap((record) => ofOne(record, trustedAccounts)),
            ...ofOpenDatabases(stack),
        ],
    ),
);

const ofOne = (record: ResourceRecord, trusted: readonly string[]): Faults =>
    bars.includes(record.type)
        ? unblocked(record)
        : [...sharedWithStrangers(record, trusted), ...copied(record)];

const copied = (copy: ResourceRecord): Faults =>
    diskCopies.includes(copy.type)
        ? [
              ...faultUnless(flag(copy, "encrypted", false), (on) => on, "is not true"),
              // An image's own snapshots follow the key that they were copied under.
              ...(copy.type === imageCopy ? [] : unlessOwnKey(copy, "kmsKeyId", "the copy is")),
          ]
        : [];
