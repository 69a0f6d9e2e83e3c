import Table, { type HorizontalAlignment } from "cli-table3";
import type { Colors } from "../terminal";

export interface TextTable {
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
    readonly align?: readonly HorizontalAlignment[];
}

/** A table with lines between head and body only. */
export function drawTable({ head, rows, align = [] }: TextTable, colors: Colors): string {
    const table = new Table({
        head: head.map((title) => colors.bold(title)),
        colAligns: [...align],
        chars: noLines,
        style: { head: [], border: [], "padding-left": 0, "padding-right": 2, compact: true },
    });
    table.push(...rows.map((row) => [...row]));
    return table
        .toString()
        .split("\n")
        .map((line) => line.trimEnd())
        .join("\n");
}

/** How many columns a drawn table takes, colours left out of account. */
export const tableWidth = (table: string): number =>
    Math.max(...table.split("\n").map((line) => line.replace(ansiCodes, "").length));

// Colours begin with the escape character, which is why it stands in the pattern.
const ansiCodes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

const noLines = Object.fromEntries(
    [
        "top",
        "top-mid",
        "top-left",
        "top-right",
        "bottom",
        "bottom-mid",
        "bottom-left",
        "bottom-right",
        "left",
        "left-mid",
        "mid",
        "mid-mid",
        "right",
        "right-mid",
        "middle",
    ].map((place) => [place, ""]),
);
