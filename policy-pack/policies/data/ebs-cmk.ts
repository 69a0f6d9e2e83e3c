import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { disksOf, hostTypes, volumeType } from "../../data/disks";
import { unlessOwnKey, usesAwsKey } from "../../data/kms-keys";
import { hasDefaultKey } from "../../data/region-defaults";
import { undecidable, type Faults } from "../../fault";
import { provided } from "../../provided";
import { isSet, type Source } from "../../reading";
import { perResourceAndStack, rule } from "../../rule";

/** Launch configurations cannot name a key; what they ask for is encrypted by the account's default. */
const types = [volumeType, ...hostTypes.filter((type) => !type.includes("/launchConfiguration:"))];

export const ebsCmk = rule(
    {
        id: "ebs-cmk",
        title: "Disks are encrypted by a key of ours",
        severity: "medium",
        checklist: ["data-3"],
        why: "AWS's own key cannot be restricted, shared with another account, or taken away in an incident.",
        fix: "Set `kmsKeyId` to a KMS key of yours, or set it as the account's default for disks.",
        docs: "https://docs.aws.amazon.com/ebs/latest/userguide/how-ebs-encryption-works.html",
        config: { provided: provided("the account's default key for disks") },
    },
    perResourceAndStack(
        types,
        (record) => disksIn(record).flatMap((disk) => usesAwsKey(disk, "kmsKeyId")),
        (stack, settings) =>
            stack.stated(...types).flatMap((record): Faults => {
                const hasDefault = settings.provided === "elsewhere" || hasDefaultKey(stack, record);
                return [
                    ...(record.type === volumeType ? [] : disksOf(record).undecided).map((open) =>
                        undecidable(open, "which keys encrypt its disks cannot be told"),
                    ),
                    ...disksIn(record)
                        .filter((disk) => isSet(disk, "kmsKeyId") || !hasDefault)
                        .flatMap((disk) => unlessOwnKey(disk, "kmsKeyId", "the disk is")),
                ];
            }),
    ),
);

/** A volume of an existing snapshot, too, can be encrypted by another key than its source. */
const disksIn = (record: ResourceRecord): readonly Source[] =>
    record.type === volumeType ? [record] : disksOf(record).written;
