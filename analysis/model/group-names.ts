import { joinReferences } from "./interface-draft";
import type { ModelContext } from "./model-context";
import { elements, isUnknownSlot, textIn, type Slot } from "./property-slots";
import { certainly, type References } from "./references";

/**
 * Security groups that are named by their names, as AWS allows in a default VPC. A name that several
 * groups have, or none of this stack, is left to whoever reads ids.
 */
export function groupsByName(context: ModelContext, list: Slot): References {
    const { index, references } = context;
    const slots = elements(list);
    if (isUnknownSlot(list) || slots.some(isUnknownSlot)) {
        return references.many(list, ["securityGroup"]);
    }
    return joinReferences(
        ...slots.map((slot) => {
            const called = index
                .ofKind("securityGroup")
                .filter(({ properties }) => properties["name"] === textIn(slot));
            return called.length === 1 ? certainly(called[0]!.urn) : references.any(slot, ["securityGroup"]);
        }),
    );
}
