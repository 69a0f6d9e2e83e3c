import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { volumeType } from "../../data/disks";
import { encryptsByDefault } from "../../data/region-defaults";
import { unlessOfEncryptedSnapshot } from "../../data/volume-sources";
import type { Faults } from "../../fault";
import { provided } from "../../provided";
import { faultUnless, flag, isSet } from "../../reading";
import { perResourceAndStack, rule } from "../../rule";

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
                          : unlessOfEncryptedSnapshot(stack, volume),
                ),
    ),
);

const unlessEncrypted = (volume: ResourceRecord): Faults =>
    faultUnless(flag(volume, "encrypted"), (on) => on === true, "is false, so the disk is not encrypted");
