import { later, parameter } from "../../support/hosts";
import { types } from "../../support/resource-types";
import { resource, type Specimens, type SpecimenValue } from "../../support/specimen";

const group = (retentionInDays?: SpecimenValue, more: object = {}) => [
    resource(types.logGroup, "events", { retentionInDays, ...more }),
];

export const specimens: Specimens = {
    compliant: {
        "a year": group(365),
        "ten years": group(3653),
        "a month, where that will do": { config: { retentionDays: 30 }, resources: group(30) },
        "for ever, where that is meant": { config: { forever: true }, resources: group() },
        "a class that AWS keeps for two days": group(undefined, { logGroupClass: "DELIVERY" }),
    },
    violating: {
        "for ever": group(),
        "for ever, as the provider writes it": group(0),
        "half a year": group(180),
        "a week, where a month is needed": { config: { retentionDays: 30 }, resources: group(7) },
    },
    undecidable: { "days that are known later": [parameter, ...group(later)] },
};
