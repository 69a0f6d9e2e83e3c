import type { Operator } from "../operator";
import { formerTypes } from "./former-types";
import { harmlessAdditions } from "./harmless-additions";
import { reordered } from "./reordered";
import { respelled } from "./respelled";
import { reworded } from "./reworded";
import { splitEntries } from "./split-entries";
import { statedDefaults } from "./stated-defaults";

/** What changes nothing about a plan's security. */
export const neutralOperators: readonly Operator[] = [
    reordered,
    reworded,
    respelled,
    splitEntries,
    statedDefaults,
    harmlessAdditions,
    formerTypes,
];
