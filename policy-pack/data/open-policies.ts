import { undecidable, violates, type Faults } from "../fault";
import { statements } from "../policy-statements";
import { isPublic } from "../public-statements";
import type { Source } from "../reading";

/** A fault where the policy of a key, topic or bucket lets everybody do what it is for. */
export function unlessNarrow(source: Source, may: string): Faults {
    const document = statements(source, "policy");
    return !document.known
        ? [undecidable(document.undecided, `who may ${may} cannot be told`)]
        : document.value.some(isPublic)
          ? [violates(document.place, `lets everybody ${may}: no condition says whose request it is`)]
          : [];
}
