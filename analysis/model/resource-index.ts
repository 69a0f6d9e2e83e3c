import type { Key } from "./network-model";
import { kindOfType, type ResourceKind } from "./resource-kinds";
import type { ResourceRecord } from "./resource-record";

/** Kinds whose other resources name them by their name, which is known before any id is. */
const namedKinds: ReadonlySet<ResourceKind> = new Set<ResourceKind>([
    "subnetGroup",
    "launchTemplate",
    "launchConfiguration",
    "autoScalingGroup",
    "classicLoadBalancer",
    "databaseCluster",
    "kubernetesCluster",
    "lambdaFunction",
]);

/** The properties beside `id` by which other resources name this one. */
const identifierProperties = ["arn", "transitGatewayAttachmentId", "primaryNetworkInterfaceId"] as const;

/** The resources of a stack by URN, by kind, and by everything that other resources name them by. */
export class ResourceIndex {
    readonly byUrn: ReadonlyMap<string, ResourceRecord>;
    private readonly byKind = new Map<ResourceKind, ResourceRecord[]>();
    private readonly byIdentifier = new Map<string, Key>();
    private readonly adopters = new Map<Key, Key>();

    constructor(records: Iterable<ResourceRecord>) {
        // Engines register in any order; the model must not depend on it.
        const sorted = [...records].sort((left, right) =>
            left.urn < right.urn ? -1 : left.urn > right.urn ? 1 : 0,
        );
        this.byUrn = new Map(sorted.map((record) => [record.urn, record]));
        for (const record of this.byUrn.values()) {
            const kind = kindOfType(record.type);
            if (kind !== undefined) {
                const ofKind = this.byKind.get(kind) ?? [];
                ofKind.push(record);
                this.byKind.set(kind, ofKind);
                this.indexIdentifiers(kind, record);
            }
        }
    }

    ofKind(kind: ResourceKind): readonly ResourceRecord[] {
        return this.byKind.get(kind) ?? [];
    }

    /** What an id, ARN or name stands for among things of this kind. */
    keyOf(kind: ResourceKind, identifier: string): Key | undefined {
        const key = this.byIdentifier.get(identifierKey(kind, identifier));
        return key === undefined ? undefined : this.canonical(key);
    }

    /** Says that an identifier stands for something, unless a managed resource already owns it. */
    identify(kind: ResourceKind, identifier: string, key: Key): void {
        const place = identifierKey(kind, identifier);
        if (!this.byIdentifier.has(place)) {
            this.byIdentifier.set(place, key);
        }
    }

    /** Says that `key` (a VPC's own default group, an accepter) is the same thing as `adopter`. */
    adopt(key: Key, adopter: Key): void {
        this.adopters.set(key, adopter);
    }

    /** The one key of something that has several. */
    canonical(key: Key): Key {
        return this.adopters.get(key) ?? key;
    }

    private indexIdentifiers(kind: ResourceKind, record: ResourceRecord): void {
        const names = namedKinds.has(kind) ? ["name", "clusterIdentifier"] : [];
        const identifiers = [
            record.id,
            ...[...identifierProperties, ...names].map((property) => record.properties[property]),
        ];
        for (const identifier of identifiers) {
            if (typeof identifier === "string" && identifier !== "") {
                const place = identifierKey(kind, identifier);
                const owner = this.byIdentifier.get(place);
                if (owner === undefined || this.byUrn.get(owner)?.external === true) {
                    this.byIdentifier.set(place, record.urn);
                }
            }
        }
    }
}

const identifierKey = (kind: ResourceKind, identifier: string): string => `${kind} ${identifier}`;
