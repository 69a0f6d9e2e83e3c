import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { at, flag, isSet } from "../reading";
import type { Stack } from "../stack";
import { volumeType } from "./disks";

const snapshotTypes = ["aws:ebs/snapshot:Snapshot", "aws:ebs/snapshotCopy:SnapshotCopy"];

/** A volume that does not say is encrypted exactly when the snapshot it comes from is. */
export function unlessOfEncryptedSnapshot(stack: Stack, volume: ResourceRecord): Faults {
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
    const sources = [snapshot, ...(volumes.known ? volumes.value : [])].map((from) =>
        flag(from, "encrypted"),
    );
    return sources.some((on) => on.known && on.value === true);
}
