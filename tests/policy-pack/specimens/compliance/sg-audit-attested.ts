import { network } from "../../support/base-network";
import type { Specimens } from "../../support/specimen";

const signed = {
    attestedBy: "platform@company.internal",
    attestedOn: "2026-11-01",
    evidence: "record of that day",
};
const under = (config: object) => ({ config: { ...signed, ...config }, resources: network });

export const specimens: Specimens = {
    config: signed,
    compliant: {
        "signed three weeks ago": network,
        "signed on the last day that still holds": under({ attestedOn: "2026-08-25" }),
    },
    violating: {
        "nobody has signed": { config: {}, resources: network },
        "signed a day too long ago": under({ attestedOn: "2026-08-24" }),
    },
};
