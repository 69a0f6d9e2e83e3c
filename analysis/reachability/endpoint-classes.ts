import type { Key, NetworkInterface, NetworkModel, Subnet } from "../model/network-model";
import { addressSet } from "../../packets/address-set";
import { addressCuts, pieceOf, type AddressCuts } from "./address-cuts";
import { formatTraffic } from "./traffic-set";
import { listenerTraffic } from "./listener-traffic";
import type { EndpointClass } from "./matrix";
import type { NetworkIndex } from "./network-index";

/** A class of interfaces, and the coarser ones it belongs to as a source and as a destination. */
export interface InterfaceClass {
    readonly endpoint: EndpointClass;
    /** One of its interfaces; they all behave alike. */
    readonly host: NetworkInterface;
    readonly subnet: Subnet;
    readonly sourceRole: string;
    readonly destinationRole: string;
}

/** What opens no session and takes none of its own: parts of the network rather than its users. */
const infrastructure: ReadonlySet<string> = new Set(["natGateway", "transitGatewayAttachment"]);

interface Classification {
    readonly classes: readonly InterfaceClass[];
    readonly ids: ReadonlyMap<Key, ReadonlyMap<Key, string>>;
}

/** A network never changes once it is indexed, so its interfaces are told apart once. */
const classifications = new WeakMap<NetworkIndex, Classification>();

/** Interfaces that nothing in the network tells apart, in the order of their labels. */
export const interfaceClasses = (index: NetworkIndex): readonly InterfaceClass[] =>
    classificationOf(index).classes;

/** The id of each interface's class, by the interface and the subnet it is in. */
export const classIds = (index: NetworkIndex): Classification["ids"] => classificationOf(index).ids;

function classificationOf(index: NetworkIndex): Classification {
    const known = classifications.get(index);
    if (known !== undefined) {
        return known;
    }
    const classes = classify(index);
    const ids = new Map<Key, Map<Key, string>>();
    for (const { endpoint, subnet } of classes) {
        for (const host of endpoint.interfaces) {
            ids.set(host, (ids.get(host) ?? new Map<Key, string>()).set(subnet.key, endpoint.id));
        }
    }
    const made = { classes, ids };
    classifications.set(index, made);
    return made;
}

function classify(index: NetworkIndex): InterfaceClass[] {
    const { model } = index;
    const referenced = referencedGroups(model);
    const cuts = addressCuts(model);
    const members = new Map<
        string,
        { host: NetworkInterface; subnet: Subnet; source: string; goal: string }[]
    >();
    for (const host of model.interfaces.values()) {
        if (infrastructure.has(host.kind)) {
            continue;
        }
        for (const key of host.subnets) {
            const subnet = index.subnet(key);
            if (subnet === undefined) {
                continue;
            }
            const { source, goal } = rolesOf(index, host, subnet, referenced, cuts);
            const id = `${source} ${goal}`;
            const list = members.get(id);
            if (list === undefined) {
                members.set(id, [{ host, subnet, source, goal }]);
            } else {
                list.push({ host, subnet, source, goal });
            }
        }
    }
    const classes = [...members.values()].map((list): InterfaceClass => {
        list.sort((left, right) => (left.host.key < right.host.key ? -1 : 1));
        const { host, subnet, source, goal } = list[0]!;
        return {
            endpoint: {
                id: `${host.key} in ${subnet.key}`,
                kind: "interfaces",
                label: labelOf(list.map((member) => member.host)),
                interfaces: list.map((member) => member.host.key),
                vpc: subnet.vpc,
                subnet: subnet.key,
                securityGroups: index.groupsOf(host) ?? [],
                addresses: host.privateAddresses ?? addressSet(subnet.cidrs),
            },
            host,
            subnet,
            sourceRole: source,
            destinationRole: goal,
        };
    });
    return classes.sort((left, right) => compare(left.endpoint, right.endpoint));
}

const compare = (left: EndpointClass, right: EndpointClass): number =>
    left.label < right.label ? -1 : left.label > right.label ? 1 : left.id < right.id ? -1 : 1;

function labelOf(hosts: readonly NetworkInterface[]): string {
    const names = [...new Set(hosts.map((host) => host.record?.name ?? host.key))].sort();
    return names.length <= 3
        ? names.join(", ")
        : `${names.slice(0, 2).join(", ")} and ${names.length - 2} more`;
}

interface Referenced {
    readonly ingress: ReadonlySet<Key>;
    readonly egress: ReadonlySet<Key>;
}

function referencedGroups(model: NetworkModel): Referenced {
    const referenced = { ingress: new Set<Key>(), egress: new Set<Key>() };
    for (const group of model.securityGroups.values()) {
        for (const rule of group.rules) {
            if (rule.peer.kind === "securityGroup") {
                referenced[rule.direction].add(rule.peer.securityGroup);
            }
        }
    }
    return referenced;
}

function rolesOf(
    index: NetworkIndex,
    host: NetworkInterface,
    subnet: Subnet,
    referenced: Referenced,
    cuts: AddressCuts,
): { readonly source: string; readonly goal: string } {
    const groups = index.groupsOf(host) ?? [];
    const piece =
        host.privateAddresses === undefined
            ? "any"
            : `${pieceOf(cuts, "ipv4", host.privateAddresses.ipv4)}/${pieceOf(cuts, "ipv6", host.privateAddresses.ipv6)}`;
    const own = host.external || host.undecided.length > 0 ? host.key : "";
    const common = `${subnet.key} ${host.publicIpv4} ${host.ipv6} ${piece} ${own}`;
    const carried = (rules: ReadonlySet<Key>): string =>
        groups
            .filter((group) => rules.has(group))
            .sort()
            .join(",");
    const egress = index.interfaceFilter(host, "egress").id;
    const ingress = index.interfaceFilter(host, "ingress").id;
    const listeners = /LoadBalancer$/.test(host.kind)
        ? formatTraffic(listenerTraffic(index, host).possible)
        : "";
    const silent = canInitiate(host) ? "" : "silent";
    return {
        source: `${common} ${silent} ${carried(referenced.ingress)} ${egress}`,
        goal: `${common} ${listeners} ${carried(referenced.egress)} ${ingress}`,
    };
}

/** Endpoints answer and never ask. */
export const canInitiate = (host: NetworkInterface): boolean =>
    host.kind !== "interfaceEndpoint" && canAnswer(host);

/** Gateways hand on what others send to others, and take nothing that is sent to themselves, not even an echo. */
export const canAnswer = (host: NetworkInterface): boolean => !infrastructure.has(host.kind);
