import type { Key, NetworkModel } from "../model/network-model";
import type { Undecided } from "../model/resource-record";
import { everyAddress, publicAddresses } from "../../packets/address-set";
import { awsServiceOf } from "./aws-service";
import { BlockFinder } from "./block-finder";
import { addressEnds, interfaceEnd, type End } from "./end";
import { canInitiate, interfaceClasses, type InterfaceClass } from "./endpoint-classes";
import { doubtsAbout } from "./explain";
import type { EndpointClass, MatrixBlock, MatrixCell, NamedRange, ReachabilityMatrix } from "./matrix";
import { overAllAddresses } from "./quantify";
import type { AddressFace } from "./query";
import { Prover } from "./reach";
import { hasNoTraffic, subtractTraffic, trafficKinds } from "./traffic-set";
import { witnessOf } from "./witness";

/** One side of the matrix: classes that are one in this role, and what they are spoken to by. */
export interface Role {
    readonly classes: EndpointClass[];
    readonly ends: readonly End[];
    readonly isInterface: boolean;
}

/** Two roles whose groups could admit each other, and one end of each that can speak to the other. */
export interface RolePair {
    readonly source: Role;
    readonly destination: Role;
    readonly from: End;
    readonly to: End;
}

/** Who can open what to whom in the whole network; ranges get rows and columns of their own. */
export const matrix = (model: NetworkModel, ranges: readonly NamedRange[] = []): ReachabilityMatrix =>
    matrixOf(Prover.of(model), ranges);

/** As `matrix`, with what a prover has already worked out, and only of the pairs that matter. */
export function matrixOf(
    prover: Prover,
    ranges: readonly NamedRange[] = [],
    matters: (pair: RolePair) => boolean = () => true,
): ReachabilityMatrix {
    const classes = allClasses(prover, ranges);
    const blocks = [...pairsOf(prover, classes)]
        .filter(matters)
        .flatMap((pair) => blockOf(prover, pair) ?? []);
    const { interfaces, strangers, services } = classes;
    const endpoints = interfaces.map((one) => one.endpoint);
    return new BlockMatrix(prover, [...endpoints, ...strangers, ...services], blocks);
}

/** Everybody who has a row or a column. */
export interface Classes {
    readonly interfaces: readonly InterfaceClass[];
    readonly strangers: readonly EndpointClass[];
    readonly services: readonly EndpointClass[];
}

export function allClasses(prover: Prover, ranges: readonly NamedRange[]): Classes {
    return {
        interfaces: interfaceClasses(prover.index),
        strangers: [internetClass(), ...ranges.map(rangeClass)],
        services: serviceNames(prover.index.model).map(serviceClass),
    };
}

/** Every pair that security groups could admit, in every family of addresses. */
export function* pairsOf(prover: Prover, { interfaces, strangers, services }: Classes): Generator<RolePair> {
    const known = strangers.map((one) => strangerRole(one));
    const sources = [...interfaceRoles(prover, interfaces, "source"), ...known];
    const destinations = [
        ...interfaceRoles(prover, interfaces, "destination"),
        ...known,
        ...services.map((one) => strangerRole(one, one.label)),
    ];
    const finder = new BlockFinder(prover.index, sources, destinations);
    for (const { source, destination } of finder.candidates()) {
        for (const from of source.ends) {
            for (const to of destination.ends) {
                if (from.family === to.family && speaks(from, to)) {
                    yield { source, destination, from, to };
                }
            }
        }
    }
}

function blockOf(prover: Prover, { source, destination, from, to }: RolePair): MatrixBlock | undefined {
    const patches = prover.judge.patches(from, to);
    const { certain, possible } = overAllAddresses(patches, "session");
    if (hasNoTraffic(possible)) {
        return undefined;
    }
    const open = subtractTraffic(possible, certain);
    return {
        sources: source.classes,
        destinations: destination.classes,
        face: to.face,
        certain,
        possible,
        partial: trafficKinds.some((kind) => patches.some((patch) => patch.partial.has(kind))),
        undecided: hasNoTraffic(open) ? [] : doubtsAbout(prover.index, patches, open),
    };
}

/** Strangers on the internet speak to public addresses, everybody else to private ones. */
function speaks(from: End, to: End): boolean {
    const overInternet = from.place.kind === "cloud";
    return to.place.kind !== "subnet" || to.face === "ipv6" || overInternet === (to.face === "public");
}

function interfaceRoles(
    prover: Prover,
    classes: readonly InterfaceClass[],
    side: "source" | "destination",
): Role[] {
    const roles = new Map<string, Role>();
    for (const one of classes) {
        if (side === "source" && !canInitiate(one.host)) {
            continue;
        }
        const id = side === "source" ? one.sourceRole : one.destinationRole;
        const known = roles.get(id);
        if (known !== undefined) {
            known.classes.push(one.endpoint);
            continue;
        }
        const { host, subnet } = one;
        const faces: AddressFace[] = ["private"];
        if (side === "destination" && host.publicIpv4 !== "no") {
            faces.push("public");
        }
        if (host.ipv6 !== "no") {
            faces.push("ipv6");
        }
        const ends = faces.map((face) => interfaceEnd(prover.index, host, subnet, face));
        roles.set(id, { classes: [one.endpoint], ends, isInterface: true });
    }
    return [...roles.values()];
}

const strangerRole = (one: EndpointClass, service?: string): Role => ({
    classes: [one],
    ends: addressEnds(one.addresses, service),
    isInterface: false,
});

const internetClass = (): EndpointClass => ({
    id: "internet",
    kind: "internet",
    label: "internet",
    interfaces: [],
    securityGroups: [],
    addresses: publicAddresses,
});

const rangeClass = (range: NamedRange): EndpointClass => ({
    id: `range ${range.name}`,
    kind: "range",
    label: range.name,
    interfaces: [],
    securityGroups: [],
    addresses: range.addresses,
});

const serviceClass = (service: string): EndpointClass => ({
    id: `service ${service}`,
    kind: "service",
    label: service,
    interfaces: [],
    securityGroups: [],
    addresses: everyAddress,
});

/** The services that routes or rules of the network single out. */
function serviceNames(model: NetworkModel): string[] {
    const names = [
        ...[...model.gatewayEndpoints.values()].map((endpoint) => awsServiceOf(endpoint.service)),
        ...[...model.prefixLists.values()].map((list) =>
            list.addresses === undefined ? awsServiceOf(list.service) : undefined,
        ),
    ];
    return [...new Set(names.filter((name) => name !== undefined))].sort();
}

class BlockMatrix implements ReachabilityMatrix {
    private spelled: readonly MatrixCell[] | undefined;
    private readonly bySource = new Map<string, MatrixBlock[]>();
    private readonly byInterface = new Map<Key, EndpointClass[]>();

    public constructor(
        private readonly prover: Prover,
        public readonly classes: readonly EndpointClass[],
        public readonly blocks: readonly MatrixBlock[],
    ) {
        for (const block of blocks) {
            for (const { id } of block.sources) {
                append(this.bySource, id, block);
            }
        }
        for (const one of classes) {
            for (const key of one.interfaces) {
                append(this.byInterface, key, one);
            }
        }
    }

    public get cells(): readonly MatrixCell[] {
        this.spelled ??= this.blocks.flatMap((block) =>
            block.sources.flatMap((from) => block.destinations.map((to) => cellOf(block, from, to))),
        );
        return this.spelled;
    }

    public between(from: EndpointClass, to: EndpointClass): readonly MatrixCell[] {
        return (this.bySource.get(from.id) ?? [])
            .filter((block) => block.destinations.includes(to))
            .map((block) => cellOf(block, from, to));
    }

    public classesOf(networkInterface: Key): readonly EndpointClass[] {
        return this.byInterface.get(networkInterface) ?? [];
    }

    public witness(cell: MatrixCell): ReturnType<ReachabilityMatrix["witness"]> {
        return witnessOf(this.prover, cell);
    }
}

const cellOf = (block: MatrixBlock, from: EndpointClass, to: EndpointClass): MatrixCell => ({
    from,
    to,
    face: block.face,
    certain: block.certain,
    possible: block.possible,
    partial: block.partial,
    undecided: block.undecided satisfies readonly Undecided[],
});

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
    const list = map.get(key);
    if (list === undefined) {
        map.set(key, [value]);
    } else {
        list.push(value);
    }
}
