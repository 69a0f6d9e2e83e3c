import { isUnknown, type PropertyValue, type ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { at, blocks, flag, text, valueAt } from "../reading";

const lower = (words: readonly string[]): string[] => words.map((word) => word.toLowerCase());

/** A fault where a resource lacks tags; those that the provider adds by default count. Case does not. */
export function missingTags(record: ResourceRecord, needed: readonly string[]): Faults {
    const maps = ["tags", "tagsAll"].map((property) => valueAt(record, property));
    const has = lower(maps.flatMap(keysOf));
    const missing = needed.filter((tag) => !has.includes(tag.toLowerCase()));
    if (missing.length === 0) {
        return [];
    }
    const reason = "is not known before the update, so which tags it has cannot be told";
    const remedy = "Write the names of the tags in the program; their values may come later.";
    return maps.some(isUnknown)
        ? [undecidable({ urn: record.urn, property: "tags", reason, remedy })]
        : [violates(at(record, "tags"), `lacks ${missing.join(", ")}`)];
}

const keysOf = (map: PropertyValue): string[] =>
    typeof map === "object" && map !== null && !isUnknown(map)
        ? Object.entries(map)
              .filter(([, value]) => value !== "" && value !== null && value !== undefined)
              .map(([key]) => key)
        : [];

/** A fault where a fleet lacks tags, or does not hand them on to the hosts it launches. */
export function fleetTags(fleet: ResourceRecord, needed: readonly string[]): Faults {
    const tags = blocks(fleet, "tags");
    if (!tags.known) {
        return [undecidable(tags.undecided, "which tags its hosts get cannot be told")];
    }
    const handedOn = tags.value.flatMap((tag) => {
        const [key, propagates] = [text(tag, "key", ""), flag(tag, "propagateAtLaunch", false)];
        return key.known && propagates.known && propagates.value ? [key.value] : [];
    });
    const missing = needed.filter((tag) => !lower(handedOn).includes(tag.toLowerCase()));
    return missing.length === 0
        ? []
        : [violates(tags.place, `does not hand ${missing.join(", ")} on to its hosts`)];
}
