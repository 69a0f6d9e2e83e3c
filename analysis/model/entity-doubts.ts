import type { Key, NetworkModel } from "./network-model";
import type { References, Reference } from "./references";
import type { Undecided } from "./resource-record";

/** The maps of the model whose entities other resources add to. */
export type AddedTo =
    | "vpcs"
    | "routeTables"
    | "networkAcls"
    | "securityGroups"
    | "prefixLists"
    | "internetGateways"
    | "peeringConnections"
    | "transitGateways"
    | "loadBalancers"
    | "targetGroups";

type OpenReference = Extract<Reference, { readonly kind: "undecided" }>;

/**
 * What may concern an entity, though the plan does not say that it does: a rule whose security group is
 * not known may be any group's. So each that may be meant has it among what is undecided about it.
 */
export class EntityDoubts {
    private readonly ofOne = new Map<AddedTo, Map<Key, Undecided[]>>();
    private readonly ofAll = new Map<AddedTo, Undecided[]>();

    add(entities: AddedTo, reference: OpenReference): void {
        const { candidates, anything, undecided } = reference;
        this.note(entities, candidates, anything, undecided);
    }

    /** Notes what a list of references leaves open. */
    addAll(entities: AddedTo, { open, anything, undecided }: References): void {
        undecided.forEach((one) => this.note(entities, open, anything, one));
    }

    note(entities: AddedTo, keys: readonly Key[], anything: boolean, undecided: Undecided): void {
        if (anything) {
            const all = this.ofAll.get(entities) ?? [];
            all.push(undecided);
            this.ofAll.set(entities, all);
            return;
        }
        const byKey = this.ofOne.get(entities) ?? new Map<Key, Undecided[]>();
        this.ofOne.set(entities, byKey);
        for (const key of keys) {
            byKey.set(key, [...(byKey.get(key) ?? []), undecided]);
        }
    }

    /** Puts every doubt to the entities that it is about. */
    settle(model: {
        readonly [entities in AddedTo]: Map<
            Key,
            NetworkModel[entities] extends ReadonlyMap<Key, infer T> ? T : never
        >;
    }): void {
        for (const entities of new Set([...this.ofOne.keys(), ...this.ofAll.keys()])) {
            const all = this.ofAll.get(entities) ?? [];
            const byKey = this.ofOne.get(entities);
            const map: Map<Key, { readonly undecided: readonly Undecided[] }> = model[entities];
            for (const [key, entity] of map) {
                const more = [...all, ...(byKey?.get(key) ?? [])];
                if (more.length > 0) {
                    map.set(key, { ...entity, undecided: [...entity.undecided, ...more] });
                }
            }
        }
    }
}
