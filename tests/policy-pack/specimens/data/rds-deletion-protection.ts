import { cluster, database, replica } from "../../support/sound-data";
import { ref, resource, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        "an instance": database(),
        "a cluster": cluster(),
        "a replica, which leaves no snapshot": replica({ deletionProtection: true, skipFinalSnapshot: true }),
    },
    violating: {
        "left out": database({ deletionProtection: undefined }),
        "switched off": cluster({ deletionProtection: false }),
        "no last snapshot": database({ skipFinalSnapshot: true }),
        "a global cluster": [resource("aws:rds/globalCluster:GlobalCluster", "world", {})],
    },
    undecidable: { "as nobody knows yet": database({ deletionProtection: ref("database", "anything") }) },
};
