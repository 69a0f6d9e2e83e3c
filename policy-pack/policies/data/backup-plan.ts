import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { holdingData, unlessCovered } from "../../data/backup-coverage";
import { planFaults, planType, unlockedVaults, vaultType, type PlanSettings } from "../../data/backup-plans";
import { unlessOwnKey } from "../../data/kms-keys";
import type { Faults } from "../../fault";
import { isCalled } from "../../network/words";
import { provided } from "../../provided";
import { perResourceAndStack, rule } from "../../rule";
import { textList, toggle, wholeNumber } from "../../settings";

export const backupPlan = rule(
    {
        id: "backup-plan",
        title: "Disks and databases are backed up by a plan, into a locked and encrypted vault",
        severity: "high",
        checklist: ["data-4"],
        why: "What no plan covers is lost with its zone, its account's owner, or the first ransomware.",
        fix: "Tag or list the resource so that an `aws.backup.Selection` takes it; lock and encrypt the vault.",
        docs: "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html",
        config: {
            provided: provided("backup plans"),
            retentionDays: wholeNumber("Days that recovery points must be kept at least", 7, 1),
            locks: toggle("Whether vaults must be locked", true),
            copies: toggle("Whether plans must copy to another region or account", false),
            disposable: textList("Words that call hosts and disks which hold nothing to keep", [
                "bastion",
                "nat",
            ]),
        },
    },
    perResourceAndStack(
        [vaultType, planType],
        (record, settings) => ofOne(record, settings),
        (stack, settings) => [
            ...stack.stated(vaultType, planType).flatMap((record) => ofOne(record, settings)),
            ...(settings.locks ? unlockedVaults(stack) : []),
            ...(settings.provided === "elsewhere"
                ? []
                : holdingData(stack)
                      .filter((record) => !isCalled(record, settings.disposable))
                      .flatMap((record) => unlessCovered(stack, record))),
        ],
    ),
);

const ofOne = (record: ResourceRecord, settings: PlanSettings): Faults =>
    record.type === vaultType
        ? unlessOwnKey(record, "kmsKeyArn", "backups are")
        : planFaults(record, settings);
