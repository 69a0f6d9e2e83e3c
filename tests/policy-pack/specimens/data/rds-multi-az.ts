import { network, changed } from "../../support/base-network";
import { cluster, database, member, replica } from "../../support/sound-data";
import { ref, type Specimens } from "../../support/specimen";

const spread = changed(network, "database", { multiAz: true });

export const specimens: Specimens = {
    compliant: {
        "an instance with a standby": database(),
        "subnets of two zones": spread,
        "a replica": replica(),
        "a cluster of two": [...cluster(), member("one"), member("two")],
        "a cluster that AWS spreads": cluster({ dbClusterInstanceClass: "db.m7g.large" }),
    },
    violating: {
        "left out": database({ multiAz: undefined }),
        "in one zone": database({ multiAz: false }),
        "a cluster of one": [...cluster(), member("one")],
        "a cluster of none": cluster(),
        "subnets of one zone": changed(spread, "database-subnets", { subnetIds: [ref("db-a")] }),
        "two subnets of one zone": changed(
            changed(spread, "db-b", { availabilityZone: "us-east-1a" }),
            "database-subnets",
            { subnetIds: [ref("db-a"), ref("db-b")] },
        ),
    },
    undecidable: { "as nobody knows yet": database({ multiAz: ref("database", "anything") }) },
};
