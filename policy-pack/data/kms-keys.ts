import { violates, type Faults } from "../fault";
import { at, isSet, text, type Source } from "../reading";

const isManagedByAws = (key: string): boolean => /(^|:)alias\/aws\//.test(key);

/**
 * A fault unless a property names a KMS key that is not AWS's own. One that is not known yet was
 * computed from something the program chose, so it counts.
 */
export function unlessOwnKey(source: Source, property: string, subject: string): Faults {
    if (!isSet(source, property)) {
        return [violates(at(source, property), `is not set, so ${subject} not encrypted by a key of ours`)];
    }
    const key = text(source, property);
    return key.known && isManagedByAws(key.value ?? "")
        ? [violates(key.place, `is "${key.value ?? ""}", AWS's own key, which nobody here controls`)]
        : [];
}

/** Whether a property names a key of AWS itself, which no policy of ours governs. */
export function usesAwsKey(source: Source, property: string): Faults {
    return isSet(source, property) ? unlessOwnKey(source, property, "it is") : [];
}
