import { cluster, database, member, ownKey, replica } from "../../support/sound-data";
import { ref, type Specimens } from "../../support/specimen";

const watched = {
    copyTagsToSnapshot: true,
    enabledCloudwatchLogsExports: ["error"],
    monitoringInterval: 60,
    performanceInsightsEnabled: true,
    performanceInsightsKmsKeyId: ownKey,
};

export const specimens: Specimens = {
    config: { nonDefaultPort: true },
    compliant: {
        "an instance": database({ port: 13306 }),
        "a cluster and its member": [...cluster({ port: 15432 }), member("one")],
        "a replica": replica({ ...watched, port: 13306 }),
        "restored from a snapshot": database({
            port: 13306,
            snapshotIdentifier: "before-upgrade",
            manageMasterUserPassword: undefined,
        }),
    },
    violating: {
        "its engine's own port": database(),
        "its engine's own port, left out": database({ port: undefined }),
        "no minor upgrades": database({ port: 13306, autoMinorVersionUpgrade: false }),
        "snapshots without tags": database({ port: 13306, copyTagsToSnapshot: undefined }),
        "no logs": database({ port: 13306, enabledCloudwatchLogsExports: [] }),
        "a cluster without logs": cluster({ port: 15432, enabledCloudwatchLogsExports: undefined }),
        "no monitoring": database({ port: 13306, monitoringInterval: 0 }),
        "a member without monitoring": [
            ...cluster({ port: 15432 }),
            member("one", { monitoringInterval: 0 }),
        ],
        "no insights": database({ port: 13306, performanceInsightsEnabled: undefined }),
        "insights by AWS's own key": database({ port: 13306, performanceInsightsKmsKeyId: undefined }),
        "a name that everybody tries": database({ port: 13306, username: "Admin" }),
        "a password in the program": database({
            port: 13306,
            manageMasterUserPassword: undefined,
            password: "correct horse battery staple",
        }),
    },
    undecidable: {
        "logs that nobody knows yet": database({
            port: 13306,
            enabledCloudwatchLogsExports: ref("database", "anything"),
        }),
        "as nobody knows yet": database({ port: 13306, monitoringInterval: ref("database", "anything") }),
    },
};
