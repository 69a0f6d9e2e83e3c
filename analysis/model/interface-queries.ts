import type { Key, NetworkInterface, NetworkModel } from "./network-model";

interface InterfaceIndex {
    readonly bySecurityGroup: ReadonlyMap<Key, readonly NetworkInterface[]>;
    readonly bySubnet: ReadonlyMap<Key, readonly NetworkInterface[]>;
}

/** Models never change, so each is indexed once, when it is first asked. */
const indexes = new WeakMap<NetworkModel, InterfaceIndex>();

/** The interfaces that carry a security group. */
export const interfacesIn = (model: NetworkModel, securityGroup: Key): readonly NetworkInterface[] =>
    indexOf(model).bySecurityGroup.get(securityGroup) ?? [];

/** The interfaces that sit, or may sit, in a subnet. */
export const interfacesInSubnet = (model: NetworkModel, subnet: Key): readonly NetworkInterface[] =>
    indexOf(model).bySubnet.get(subnet) ?? [];

function indexOf(model: NetworkModel): InterfaceIndex {
    const known = indexes.get(model);
    if (known !== undefined) {
        return known;
    }
    const index = {
        bySecurityGroup: new Map<Key, NetworkInterface[]>(),
        bySubnet: new Map<Key, NetworkInterface[]>(),
    };
    for (const each of model.interfaces.values()) {
        each.securityGroups.forEach((key) => put(index.bySecurityGroup, key, each));
        each.subnets.forEach((key) => put(index.bySubnet, key, each));
    }
    indexes.set(model, index);
    return index;
}

function put(groups: Map<Key, NetworkInterface[]>, key: Key, each: NetworkInterface): void {
    const group = groups.get(key);
    if (group === undefined) {
        groups.set(key, [each]);
    } else {
        group.push(each);
    }
}
