import type { ModelContext } from "./model-context";
import type { Key } from "./network-model";
import { statedSlot } from "./property-slots";
import { adoptedTypes } from "./resource-kinds";
import type { ResourceRecord, Undecided } from "./resource-record";

/** The table or ACL that a resource gives a subnet. */
export interface Association {
    readonly key: Key;
    readonly undecided: readonly Undecided[];
}

export interface SubnetAssociations {
    /** Undefined for a subnet that has none of its own. */
    readonly routeTableOf: (subnet: Key) => Association | undefined;
    readonly networkAclOf: (subnet: Key) => Association | undefined;
}

type Kind = "routeTable" | "networkAcl";

/** An association of which the plan does not say which subnet it is for. */
interface OpenAssociation {
    readonly subnets: readonly Key[];
    readonly anySubnet: boolean;
    readonly undecided: Undecided;
}

/** Reads which route table and which network ACL resources give to subnets. */
export function subnetAssociations(context: ModelContext): SubnetAssociations {
    const tables = new Associations(context, "routeTable");
    const acls = new Associations(context, "networkAcl");
    const { index, references } = context;
    for (const record of index.ofKind("routeTableAssociation")) {
        tables.read(record, "routeTableId");
    }
    for (const record of index.ofKind("networkAcl").filter(({ type }) => type !== adoptedTypes.networkAcl)) {
        const { keys, open, anything, undecided } = references.many(statedSlot(record, "subnetIds"), [
            "subnet",
        ]);
        keys.filter((key) => !open.includes(key)).forEach((subnet) => acls.put(subnet, record.urn));
        undecided.forEach((one) => acls.leaveOpen({ subnets: open, anySubnet: anything, undecided: one }));
    }
    for (const record of index.ofKind("networkAclAssociation")) {
        acls.read(record, "networkAclId");
    }
    return {
        routeTableOf: (subnet) => tables.of(subnet),
        networkAclOf: (subnet) => acls.of(subnet),
    };
}

class Associations {
    private readonly bySubnet = new Map<Key, Association>();
    private readonly open: OpenAssociation[] = [];

    constructor(
        private readonly context: ModelContext,
        private readonly kind: Kind,
    ) {}

    read(record: ResourceRecord, property: string): void {
        const { references } = this.context;
        const subnet = references.one(statedSlot(record, "subnetId"), ["subnet"]);
        const slot = statedSlot(record, property);
        const key = references.keyOf(slot, [this.kind]);
        if (subnet.kind === "undecided") {
            const { candidates, anything, undecided } = subnet;
            this.leaveOpen({ subnets: candidates, anySubnet: anything, undecided });
        } else if (subnet.kind === "found" && key !== undefined) {
            const reference = references.one(slot, [this.kind]);
            this.put(subnet.key, key, reference.kind === "undecided" ? [reference.undecided] : []);
        }
    }

    /** A subnet takes one association only; AWS refuses or replaces a second one. */
    put(subnet: Key, key: Key, undecided: readonly Undecided[] = []): void {
        const other = this.bySubnet.get(subnet);
        if (other === undefined || other.key === key) {
            this.bySubnet.set(subnet, { key, undecided });
            return;
        }
        const conflict: Undecided = {
            urn: subnet,
            property: "id",
            reason: `it is associated with both ${other.key} and ${key}`,
            remedy: "Keep one of the two associations.",
        };
        this.bySubnet.set(subnet, {
            key: this.unknownTo(subnet, conflict),
            undecided: [...other.undecided, ...undecided, conflict],
        });
    }

    leaveOpen(association: OpenAssociation): void {
        this.context.unattached.push(association.undecided);
        this.open.push(association);
    }

    of(subnet: Key): Association | undefined {
        const own = this.bySubnet.get(subnet);
        // AWS refuses a second route table, but gives a subnet another ACL when told to.
        if (own !== undefined && this.kind === "routeTable") {
            return own;
        }
        const mine = this.open.filter(({ subnets, anySubnet }) => anySubnet || subnets.includes(subnet));
        const undecided = mine.map((one) => one.undecided);
        return mine.length === 0
            ? own
            : {
                  key: this.unknownTo(subnet, undecided[0]!),
                  undecided: [...(own?.undecided ?? []), ...undecided],
              };
    }

    private readonly unknownTo = (subnet: Key, undecided: Undecided): Key =>
        this.context.references.mention(this.kind, `undecided:${this.kind}:of:${subnet}`, undecided);
}
