import { cluster, database, replica } from "../../support/sound-data";
import { ref, resource, type Specimens } from "../../support/specimen";

const world = (inputs: object) => [
    resource("aws:rds/globalCluster:GlobalCluster", "world", {
        globalClusterIdentifier: "ledger",
        ...inputs,
    }),
];

export const specimens: Specimens = {
    config: { ownKey: true },
    compliant: {
        "an instance": database(),
        "a cluster": cluster(),
        "a replica, as its source is": replica(),
        "a serverless cluster, always encrypted": cluster({
            engineMode: "serverless",
            storageEncrypted: undefined,
            kmsKeyId: undefined,
        }),
        "an instance by AWS's own key, where that is enough": {
            config: {},
            resources: database({ kmsKeyId: undefined }),
        },
        "a global cluster": world({ storageEncrypted: true }),
        "a global cluster grown from another": world({ sourceDbClusterIdentifier: "ledger" }),
    },
    violating: {
        "an instance that is not": database({ storageEncrypted: false }),
        "an instance that does not say": database({ storageEncrypted: undefined }),
        "a cluster that does not say": cluster({ storageEncrypted: undefined }),
        "an instance by AWS's own key": database({ kmsKeyId: undefined }),
        "a cluster by AWS's own key": cluster({ kmsKeyId: "alias/aws/rds" }),
        "a replica said not to be": replica({ storageEncrypted: false }),
        "a global cluster": world({}),
    },
    undecidable: {
        "of somebody's backup": database({
            storageEncrypted: undefined,
            snapshotIdentifier: "before-upgrade",
        }),
        "as nobody knows yet": database({ storageEncrypted: ref("database", "anything") }),
    },
};
