import { later, parameter } from "../../support/hosts";
import { trail } from "../../support/operations";
import type { Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: { "digests on": trail() },
    violating: {
        "digests off": trail({ enableLogFileValidation: false }),
        "digests as AWS has them": trail({ enableLogFileValidation: undefined }),
    },
    undecidable: {
        "a switch that is known later": [parameter, ...trail({ enableLogFileValidation: later })],
    },
};
