import type {
    GatewayEndpoint,
    Key,
    NetworkModel,
    Route,
    RouteTable,
    RouteTarget,
} from "../model/network-model";
import type { Undecided } from "../model/resource-record";
import { addressSet, privateAddresses, toCidrs, type AddressSet } from "../../packets/address-set";
import { formatCidr, type Cidr } from "../../packets/cidr";
import { contains } from "../../packets/interval-set";
import { lookUp, type Address } from "./address";
import { regionMap, type RegionMap } from "./address-region";
import { awsServiceOf } from "./aws-service";

/** A route that a table may take, or the VPC's own local one. */
export interface Choice {
    readonly target: RouteTarget;
    /** Absent for the implicit local route. */
    readonly route?: Route;
    readonly label: string;
    /** What leaves open for which addresses it holds. */
    readonly doubts?: readonly Undecided[];
}

/** A route table turned into what it does with each address: longest prefix first. */
export interface RouteFilter {
    readonly byAddress: RegionMap<Choice | undefined>;
    /** Routes by prefix lists whose entries only AWS knows. */
    readonly byService: ReadonlyMap<string, Choice>;
    /** Routes whose destination is not known, which may hold for any address. */
    readonly anywhere: readonly Choice[];
    /** Propagated routes: their prefixes are known only to the gateway they come from. */
    readonly propagated: readonly Choice[];
}

interface Candidate {
    readonly addresses: AddressSet;
    readonly prefix: number;
    /** At equal prefixes the higher one wins: own routes over prefix lists over local ones. */
    readonly rank: number;
    readonly choice: Choice;
}

/** Compiles a table for the VPC whose subnets use it. */
export function routeFilter(model: NetworkModel, table: RouteTable, vpcKey: Key): RouteFilter {
    const candidates: Candidate[] = [];
    const byService = new Map<string, Choice>();
    const anywhere: Choice[] = [];
    const addCidr = (cidr: Cidr, rank: number, choice: Choice): void => {
        candidates.push({ addresses: addressSet([cidr]), prefix: cidr.prefix, rank, choice });
    };
    for (const cidr of model.vpcs.get(vpcKey)?.cidrs ?? []) {
        const target = { kind: "local", key: vpcKey } as const;
        addCidr(cidr, 0, { target, label: `${formatCidr(cidr)} to local` });
    }
    for (const route of table.routes) {
        const destination = route.destination;
        if (destination.kind === "cidr") {
            addCidr(destination.cidr, 2, {
                target: route.target,
                route,
                label: label(formatCidr(destination.cidr), route),
            });
        } else if (destination.kind === "undecided") {
            anywhere.push({ target: route.target, route, label: label("an unknown destination", route) });
        } else {
            const list = model.prefixLists.get(destination.prefixList);
            const choice = { target: route.target, route, label: label(destination.prefixList, route) };
            const service = awsServiceOf(list?.service) ?? serviceOfTarget(model, route.target);
            if (list?.addresses !== undefined) {
                for (const cidr of list.cidrs ?? toCidrs(list.addresses)) {
                    addCidr(cidr, 1, choice);
                }
                if (list.undecided.length > 0) {
                    anywhere.push({ ...choice, doubts: list.undecided });
                }
            } else if (service !== undefined) {
                byService.set(service, choice);
            } else {
                anywhere.push({ ...choice, doubts: [unknownEntries(route, destination.prefixList)] });
            }
        }
    }
    for (const endpoint of model.gatewayEndpoints.values()) {
        if (endpoint.routeTables.includes(table.key)) {
            const service = awsServiceOf(endpoint.service) ?? endpoint.service;
            byService.set(service, endpointChoice(endpoint, service));
        }
    }
    return {
        byAddress: regionMap(
            candidates.map((candidate) => candidate.addresses),
            (holders) => best(holders.map((holder) => candidates[holder]!))?.choice,
        ),
        byService,
        anywhere,
        propagated: table.propagatedFrom.map((key) => ({
            target: { kind: "virtualPrivateGateway", key },
            label: `routes propagated from ${key}`,
        })),
    };
}

function best(candidates: readonly Candidate[]): Candidate | undefined {
    let winner: Candidate | undefined;
    for (const candidate of candidates) {
        if (
            winner === undefined ||
            candidate.prefix > winner.prefix ||
            (candidate.prefix === winner.prefix && candidate.rank > winner.rank)
        ) {
            winner = candidate;
        }
    }
    return winner;
}

const unknownEntries = (route: Route, list: Key): Undecided => ({
    urn: route.urn,
    property: route.property,
    reason: `the entries of prefix list ${list} are not known here`,
    remedy: "manage the prefix list in this program, or write its blocks as routes",
});

const label = (destination: string, route: Route): string =>
    `${destination} to ${"key" in route.target ? route.target.key : route.target.kind}`;

const endpointChoice = (endpoint: GatewayEndpoint, service: string): Choice => ({
    target: { kind: "gatewayEndpoint", key: endpoint.key },
    label: `${service} to ${endpoint.key}`,
});

function serviceOfTarget(model: NetworkModel, target: RouteTarget): string | undefined {
    return target.kind === "gatewayEndpoint"
        ? awsServiceOf(model.gatewayEndpoints.get(target.key)?.service)
        : undefined;
}

/** What the table may do with a packet; more than one choice where the plan leaves it open. */
export interface RouteLookup {
    readonly choices: readonly Choice[];
    /** Routes that a gateway may propagate; nothing here tells that it does, or for which addresses. */
    readonly unlikely: readonly Choice[];
    /** Whether it may also find no route at all. */
    readonly mayMiss: boolean;
}

export function routeTo(filter: RouteFilter, address: Address): RouteLookup {
    const service = address.kind === "cell" && address.service !== undefined ? address.service : undefined;
    const listed = service === undefined ? undefined : filter.byService.get(service);
    const found = listed !== undefined ? [listed] : lookUp(filter.byAddress, address);
    const known = found.filter((choice) => choice !== undefined);
    const missed = known.length < found.length;
    const local = known.some((choice) => choice.target.kind === "local");
    const expected = missed || (isPrivate(address) && !local);
    const wandering = expected ? [...filter.anywhere, ...filter.propagated] : filter.anywhere;
    return {
        choices: [...known, ...wandering],
        unlikely: expected || local ? [] : filter.propagated,
        mayMiss: missed,
    };
}

function isPrivate(address: Address): boolean {
    return address.kind === "cell"
        ? contains(privateAddresses[address.family], address.value)
        : address.addresses.every((interval) => contains(privateAddresses[address.family], interval.first));
}
