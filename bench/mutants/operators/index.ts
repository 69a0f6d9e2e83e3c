import type { Operator } from "../operator";
import {
    addedEntries,
    missingEntries,
    reassociatedAcls,
    reorderedEntries,
    widenedEntries,
} from "./acl-entries";
import { addedResources } from "./added-resources";
import { droppedResources } from "./dropped-resources";
import { droppedRules } from "./dropped-rules";
import { misplacedResources } from "./misplaced-resources";
import { mixedManagement } from "./mixed-management";
import { openDocuments } from "./open-documents";
import { openedDefaults } from "./opened-defaults";
import { openedGroups } from "./opened-groups";
import { addedRoutes, implicitMainTable, reassociatedSubnets, retargetedRoutes } from "./rerouted";
import { textBooleans } from "./text-booleans";
import { twinTypes } from "./twin-types";
import { unknownProperties } from "./unknown-properties";
import { weakenedProperties } from "./weakened-properties";
import { swappedRules, widenedRules } from "./widened-rules";

/** What weakens a plan. */
export const operators: readonly Operator[] = [
    weakenedProperties,
    textBooleans,
    unknownProperties,
    twinTypes,
    droppedResources,
    droppedRules,
    addedResources,
    openedGroups,
    widenedRules,
    swappedRules,
    mixedManagement,
    openedDefaults,
    missingEntries,
    widenedEntries,
    addedEntries,
    reorderedEntries,
    reassociatedAcls,
    retargetedRoutes,
    addedRoutes,
    reassociatedSubnets,
    implicitMainTable,
    misplacedResources,
    openDocuments,
];
