import type { ResourceRecord } from "../../analysis/model/resource-record";
import { text } from "../reading";

/** Tags by which people say what a thing is for. */
const purposeTags = ["Tier", "tier", "Role", "role", "Exposure"];

/**
 * Whether a resource is called by one of these words: by a purpose tag, or by a part of its name
 * between dashes, underscores, dots and slashes. What names leave open, no word can decide.
 */
export function isCalled(record: ResourceRecord | undefined, words: readonly string[]): boolean {
    if (record === undefined) {
        return false;
    }
    const names = [...purposeTags.map((tag) => `tags.${tag}`), "tags.Name", "name"].flatMap((path) => {
        const found = text(record, path);
        return found.known && found.value !== undefined ? [found.value] : [];
    });
    const parts = [record.name, ...names].flatMap((name) => name.toLowerCase().split(/[^a-z0-9]+/));
    return words.some((word) => parts.includes(word.toLowerCase()));
}
