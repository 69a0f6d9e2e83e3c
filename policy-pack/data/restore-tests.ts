import { violates, type Faults } from "../fault";
import { text } from "../reading";
import type { Stack } from "../stack";
import { holdingData } from "./backup-coverage";
import { clusterType, instanceType } from "./databases";
import { volumeType } from "./disks";

export const restoreSelectionType = "aws:backup/restoreTestingSelection:RestoreTestingSelection";

/** What AWS Backup calls each kind of data when it restores it for a test. */
const protectedTypes: { readonly [type: string]: readonly string[] } = {
    [volumeType]: ["EBS"],
    [instanceType]: ["RDS"],
    [clusterType]: ["Aurora", "RDS"],
};

/** A fault for each disk and database whose kind no restore test restores. */
export function untestedData(stack: Stack): Faults {
    const tested = stack
        .stated(restoreSelectionType)
        .map((selection) => text(selection, "protectedResourceType", ""));
    return holdingData(stack)
        .filter(({ type }) => {
            const kinds = protectedTypes[type];
            return kinds !== undefined && !tested.some((kind) => !kind.known || kinds.includes(kind.value));
        })
        .map((record) => violates(record, "is of a kind that no restore test restores"));
}
