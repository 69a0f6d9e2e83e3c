import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { at, flag, isSet, text, texts } from "../reading";
import type { Stack } from "../stack";

/** Properties that name whom an image or a snapshot is shared with. */
const sharingProperties = [
    "accountId",
    "group",
    "organizationArn",
    "organizationalUnitArn",
    "sharedAccounts",
];

/** A fault for everybody that an image or a snapshot is shared with and that is not trusted by name. */
export const sharedWithStrangers = (share: ResourceRecord, trusted: readonly string[]): Faults =>
    sharingProperties
        .filter((property) => isSet(share, property))
        .flatMap((property): Faults => {
            const shared = texts(share, property);
            const lone = text(share, property);
            if (!shared.known && !lone.known) {
                return [undecidable(shared.undecided, "whom it is shared with cannot be told")];
            }
            const names = shared.known ? shared.value : lone.known ? [lone.value ?? ""] : [];
            return names
                .filter((name) => !trusted.includes(name))
                .map((name) =>
                    violates(
                        shared.known ? shared.place : { urn: share.urn, property },
                        name === "all"
                            ? "shares it with everybody"
                            : `shares it with ${name}, which is not trusted`,
                    ),
                );
        });

/** A fault where the account's own bar against public snapshots or images is taken down. */
export function unblocked(bar: ResourceRecord): Faults {
    const state = text(bar, "state");
    if (!state.known) {
        return [undecidable(state.undecided)];
    }
    return state.value === "unblocked"
        ? [violates(state.place, 'is "unblocked", so that anybody may publish one')]
        : [];
}

/** A fault for every snapshot of a database that is not encrypted, for then neither is the snapshot. */
export const ofOpenDatabases = (stack: Stack): Faults =>
    stack
        .ofType("aws:rds/snapshot:Snapshot", "aws:rds/clusterSnapshot:ClusterSnapshot")
        .flatMap((snapshot) => ofOpenDatabase(stack, snapshot));

function ofOpenDatabase(stack: Stack, snapshot: ResourceRecord): Faults {
    const isCluster = snapshot.type.includes("/clusterSnapshot:");
    const own = isCluster ? "storageEncrypted" : "encrypted";
    const source = isCluster ? "dbClusterIdentifier" : "dbInstanceIdentifier";
    const databases = stack.references(
        snapshot,
        source,
        "aws:rds/instance:Instance",
        "aws:rds/cluster:Cluster",
    );
    const open = [
        { holder: snapshot, property: own },
        ...(databases.known ? databases.value : []).map((holder) => ({
            holder,
            property: "storageEncrypted",
        })),
    ].filter(({ holder, property }) => {
        const on = flag(holder, property, holder === snapshot);
        return on.known && !on.value;
    });
    return open.length === 0
        ? []
        : [violates(at(snapshot, source), "names a database that is not encrypted")];
}
