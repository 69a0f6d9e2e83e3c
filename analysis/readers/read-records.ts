import type { ResourceRecord } from "../model/resource-record";
import { recordsFromPalisadePreview } from "./palisade-preview";
import { recordsFromPreviewJson } from "./preview-json";
import { isObject } from "./property-values";
import { deploymentOf, recordsFromStackExport } from "./stack-export";
import { UnreadableRecordsError } from "./unreadable-records";

/**
 * Reads resources from any of the files that hold them, told apart by their shape:
 * `pulumi preview --json --show-sames`, `pulumi stack export`, and `palisade preview --json`. Throws an
 * `UnreadableRecordsError` that says what is wrong and what can be read.
 */
export function readRecords(json: unknown): ResourceRecord[] {
    if (isObject(json)) {
        if (Array.isArray(json["steps"])) {
            return recordsFromPreviewJson(json);
        }
        if (deploymentOf(json) !== undefined) {
            return recordsFromStackExport(json);
        }
        if (Array.isArray(json["resources"])) {
            return recordsFromPalisadePreview(json);
        }
    }
    throw new UnreadableRecordsError(
        `this is ${described(json)}; what can be read is the output of ` +
            "`pulumi preview --json --show-sames`, `pulumi stack export` or `palisade preview --json`",
    );
}

function described(json: unknown): string {
    if (Array.isArray(json)) {
        return "a list";
    }
    if (!isObject(json)) {
        return json === null ? "null" : `a ${typeof json}`;
    }
    const keys = Object.keys(json);
    return keys.length === 0 ? "an empty object" : `an object with ${keys.slice(0, 5).join(", ")}`;
}
