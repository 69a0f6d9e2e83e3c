import { trail } from "../../support/operations";
import type { Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: { "a group and a role": trail() },
    violating: {
        "no group": trail({ cloudWatchLogsGroupArn: undefined }),
        "no role to write by": trail({ cloudWatchLogsRoleArn: undefined }),
    },
};
