import { network } from "../../support/base-network";
import type { Specimens } from "../../support/specimen";

const signed = {
    attestedBy: "security@company.internal",
    attestedOn: "2026-11-01",
    evidence: "IAM credential report of that day",
    validDays: 90,
};
const under = (config: object) => ({ config: { ...signed, ...config }, resources: network });

export const specimens: Specimens = {
    config: signed,
    compliant: {
        "signed three weeks ago": network,
        "signed on the last day that still holds": under({ attestedOn: "2026-08-25" }),
        "signed today": under({ attestedOn: "2026-11-23" }),
        "signed where it is tomorrow already": under({ attestedOn: "2026-11-24" }),
        "nothing of AWS in the stack": { config: {}, resources: [] },
    },
    violating: {
        "nobody has signed": { config: {}, resources: network },
        "signed by nobody in particular": under({ attestedBy: "" }),
        "no record of it": under({ evidence: "" }),
        "signed a day too long ago": under({ attestedOn: "2026-08-24" }),
        "signed ahead of time": under({ attestedOn: "2026-11-25" }),
    },
};
