import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { blocks, faultUnless, isSet, number, type Block } from "../reading";
import type { Stack } from "../stack";

export const planType = "aws:backup/plan:Plan";
export const vaultType = "aws:backup/vault:Vault";
const lockType = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";

export interface PlanSettings {
    readonly retentionDays: number;
    readonly copies: boolean;
}

/** What is wrong with the rules of a plan: recovery points that go too early, or are in one place only. */
export function planFaults(plan: ResourceRecord, { retentionDays, copies }: PlanSettings): Faults {
    const rules = blocks(plan, "rules");
    if (!rules.known) {
        return [undecidable(rules.undecided, "what it backs up and when cannot be told")];
    }
    if (rules.value.length === 0) {
        return [violates(rules.place, "is empty, so the plan backs nothing up")];
    }
    const copied = rules.value.some((rule) => isSet(rule, "copyActions"));
    return [
        ...rules.value.flatMap((rule) => kept(rule, retentionDays)),
        ...(copies && !copied ? [violates(rules.place, "copies nothing to another region or account")] : []),
    ];
}

/** Left out, recovery points are kept for ever. */
const kept = (rule: Block, days: number): Faults =>
    faultUnless(
        number(rule, "lifecycle.deleteAfter"),
        (after) => after === undefined || after >= days,
        (after) => `deletes recovery points after ${after ?? 0} days; ${days} are needed`,
    );

/** A fault for every vault from which an administrator, or who has become one, can delete everything. */
export const unlockedVaults = (stack: Stack): Faults =>
    stack
        .ofType(vaultType)
        .filter((vault) => stack.referrers(vault, lockType, "backupVaultName").length === 0)
        .map((vault) => violates(vault, "has no lock, so that whoever gets in can delete every backup"));
