import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { volumeType } from "../../data/disks";
import { encryptsByDefault } from "../../data/region-defaults";
import { undecidable, violates, type Faults } from "../../fault";
import { provided } from "../../provided";
import { at, faultUnless, flag, isSet } from "../../reading";
import { perResourceAndStack, rule } from "../../rule";
import type { Stack } from "../../stack";

const snapshotTypes = ["aws:ebs/snapshot:Snapshot", "aws:ebs/snapshotCopy:SnapshotCopy"];

export const ebsVolumeEncrypted = rule(
    {
        id: "ebs-volume-encrypted",
        title: "EBS volumes are encrypted",
        severity: "high",
        checklist: ["data-1"],
        why: "A disk that is not encrypted can be read by whoever gets hold of it or of its snapshot.",
        fix: "Set `encrypted` to true, and `kmsKeyId` to a key of yours.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-3",
        config: { provided: provided("EBS encryption by default") },
        remediate: () => ({ encrypted: true }),
    },
    perResourceAndStack(
        [volumeType],
        (volume) => (isSet(volume, "encrypted") ? unlessEncrypted(volume) : []),
        (stack, settings) =>
            stack
                .stated(volumeType)
                .flatMap((volume) =>
                    isSet(volume, "encrypted")
                        ? unlessEncrypted(volume)
                        : settings.provided === "elsewhere" || encryptsByDefault(stack, volume)
                          ? []
                          : asItsSnapshot(stack, volume),
                ),
    ),
);

const unlessEncrypted = (volume: ResourceRecord): Faults =>
    faultUnless(flag(volume, "encrypted"), (on) => on === true, "is false, so the disk is not encrypted");

/** A volume that does not say is encrypted exactly when the snapshot it comes from is. */
function asItsSnapshot(stack: Stack, volume: ResourceRecord): Faults {
    const snapshots = stack.references(volume, "snapshotId", ...snapshotTypes);
    if (isSet(volume, "snapshotId") && (!snapshots.known || snapshots.value.length === 0)) {
        const place = { urn: volume.urn, property: "encrypted" };
        const reason = "is not set, and the snapshot that decides it belongs to another stack";
        return [undecidable({ ...place, reason, remedy: "Set `encrypted` to true." })];
    }
    const sources = snapshots.known ? snapshots.value : [];
    return sources.length > 0 && sources.every((snapshot) => isEncrypted(stack, snapshot))
        ? []
        : [violates(at(volume, "encrypted"), "is not set, and nothing encrypts disks by default")];
}

function isEncrypted(stack: Stack, snapshot: ResourceRecord): boolean {
    const volumes = stack.references(snapshot, "volumeId", volumeType);
    const sources = [snapshot, ...(volumes.known ? volumes.value : [])].map((from) => flag(from, "encrypted"));
    return sources.some((on) => on.known && on.value === true);
}
