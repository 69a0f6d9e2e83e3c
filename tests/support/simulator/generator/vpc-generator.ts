import { addressAt, firstAddress, isInAny } from "../addresses";
import type { Network, Route, RouteTable, Subnet, Vpc } from "../network";
import type { Random } from "./random";

/** VPCs, their subnets, gateways and NAT; routes follow once everything they can lead to exists. */
export function addVpcs(random: Random, network: Network): Network {
    const count = random.pick([1, 2, 2, 3]);
    const vpcs: Vpc[] = [];
    const subnets: Subnet[] = [];
    for (let index = 0; index < count; index += 1) {
        const region = index > 0 && random.chance(0.15) ? "eu-west-1" : "us-east-1";
        const withIpv6 = random.chance(0.4);
        const secondary = random.chance(0.25) ? [`100.${64 + index}.0.0/20`] : [];
        const id = `vpc${index}`;
        vpcs.push({
            id,
            region,
            cidrs: [
                `10.${index}.0.0/16`,
                ...secondary,
                ...(withIpv6 ? [`2600:1f18:${index + 1}00:1000::/56`] : []),
            ],
            mainRouteTable: `${id}-main-table`,
            defaultRouteTable: `${id}-main-table`,
            defaultNetworkAcl: `${id}-default-acl`,
            defaultSecurityGroup: `${id}-default-group`,
        });
        const size = random.between(2, 5);
        for (let number = 0; number < size; number += 1) {
            const inSecondary = secondary.length > 0 && number === size - 1;
            const ipv4 = inSecondary ? `100.${64 + index}.${number}.0/24` : `10.${index}.${number}.0/24`;
            const ipv6 = `2600:1f18:${index + 1}00:100${number}::/64`;
            subnets.push({
                id: `${id}-subnet${number}`,
                vpc: id,
                zone: `${region}${random.pick(["a", "b"])}`,
                cidrs: withIpv6 && random.chance(0.8) ? [ipv4, ipv6] : [ipv4],
            });
        }
    }
    return { ...network, vpcs, subnets };
}

export function addGateways(random: Random, network: Network): Network {
    const internetGateways = [...network.internetGateways];
    const egressOnlyInternetGateways = [...network.egressOnlyInternetGateways];
    const natGateways = [...network.natGateways];
    for (const { id, cidrs } of network.vpcs) {
        if (random.chance(0.85)) {
            internetGateways.push({ id: `${id}-igw`, vpc: random.chance(0.93) ? id : undefined });
        }
        if (cidrs.some((cidr) => cidr.includes(":")) && random.chance(0.6)) {
            egressOnlyInternetGateways.push({ id: `${id}-eigw`, vpc: id });
        }
        if (random.chance(0.65)) {
            const nat = { id: `${id}-nat`, vpc: id };
            const publicAddress = `198.51.100.${200 + Number(id.slice(3))}`;
            const { id: subnet, cidrs: blocks } = random.pick(
                network.subnets.filter(({ vpc }) => vpc === id),
            );
            const privateAddress = addressAt(blocks[0]!, 9);
            const roll = random.next();
            natGateways.push(
                roll < 0.15
                    ? { ...nat, publicAddress }
                    : roll < 0.3
                      ? { ...nat, subnet, privateAddress }
                      : { ...nat, subnet, privateAddress, publicAddress },
            );
        }
    }
    return { ...network, internetGateways, egressOnlyInternetGateways, natGateways };
}

/** Tables after the usual pattern (public, private, isolated), then with noise on top. */
export function addRoutes(random: Random, network: Network): Network {
    const routeTables: RouteTable[] = [];
    const vpcs: Vpc[] = [];
    const tableOf = new Map<string, string | undefined>();
    for (const vpc of network.vpcs) {
        const tables = random.times(1, 3, (index) => ({
            id: `${vpc.id}-table${index}`,
            vpc: vpc.id,
            routes: randomRoutes(random, network, vpc),
        }));
        const untouched = random.chance(0.5);
        const main = {
            id: vpc.defaultRouteTable,
            vpc: vpc.id,
            routes: untouched ? [] : randomRoutes(random, network, vpc),
            untouched,
        };
        routeTables.push(main, ...tables);
        vpcs.push(random.chance(0.2) ? { ...vpc, mainRouteTable: tables[0]!.id } : vpc);
        const nat = network.natGateways.find((candidate) => candidate.vpc === vpc.id);
        const publicTable = tables.find(({ routes }) => routes.some(leadsToInternet));
        for (const subnet of network.subnets.filter((candidate) => candidate.vpc === vpc.id)) {
            const chosen = random.chance(0.8) ? random.pick(tables).id : undefined;
            const forNat = subnet.id === nat?.subnet && random.chance(0.8) ? publicTable?.id : undefined;
            tableOf.set(subnet.id, forNat ?? chosen);
        }
    }
    const subnets = network.subnets.map((subnet) => ({ ...subnet, routeTable: tableOf.get(subnet.id) }));
    return { ...network, vpcs, subnets, routeTables };
}

const leadsToInternet = ({ target }: Route): boolean => target.kind === "internetGateway";

function randomRoutes(random: Random, network: Network, vpc: Vpc): Route[] {
    const routes = new Map<string, Route["target"]>();
    const igw = network.internetGateways.find(({ id }) => id === `${vpc.id}-igw`);
    const nat = network.natGateways.find((candidate) => candidate.vpc === vpc.id);
    const eigw = network.egressOnlyInternetGateways.find((candidate) => candidate.vpc === vpc.id);
    const internet = igw && ({ kind: "internetGateway", id: igw.id } as const);
    const translated = nat && ({ kind: "natGateway", id: nat.id } as const);
    const roll = random.next();
    const wayOut = roll < 0.45 ? internet : roll < 0.75 ? translated : undefined;
    const everywhere = random.chance(0.15) ? ["0.0.0.0/1", "128.0.0.0/1"] : ["0.0.0.0/0"];
    if (wayOut !== undefined) {
        everywhere.forEach((cidr) => routes.set(cidr, wayOut));
        const other = random.pick([internet, translated]);
        if (other !== undefined && random.chance(0.15)) {
            routes.set(random.pick(["203.0.113.0/24", "203.0.113.128/25", "198.51.100.0/24"]), other);
        }
    }
    if (vpc.cidrs.some((cidr) => cidr.includes(":"))) {
        const out6 = random.chance(0.5)
            ? internet
            : eigw && ({ kind: "egressOnlyInternetGateway", id: eigw.id } as const);
        if (out6 !== undefined && random.chance(0.8)) {
            routes.set("::/0", out6);
        }
    }
    // AWS refuses most routes that are more specific than a local one.
    const lists = network.prefixLists.filter(
        (list) =>
            list.service === undefined && !list.cidrs.some((cidr) => isInAny(firstAddress(cidr), vpc.cidrs)),
    );
    const ways = [
        wayOut,
        ...network.peerings.filter(involves(vpc)).map(({ id }) => ({ kind: "peering", id }) as const),
    ];
    const target = random.pick(ways);
    if (lists.length > 0 && target !== undefined && random.chance(0.2)) {
        routes.set(random.pick(lists).id, target);
    }
    for (const [destination, target] of waysToOtherVpcs(random, network, vpc)) {
        routes.set(destination, target);
    }
    return [...routes].map(([destination, target]) => ({ destination, target }));
}

const involves =
    ({ id }: Vpc) =>
    ({ requester, accepter }: Network["peerings"][number]): boolean =>
        requester === id || accepter === id;

/** To peers and through transit gateways: whole blocks, parts of them, or everything private. */
function waysToOtherVpcs(random: Random, network: Network, vpc: Vpc): [string, Route["target"]][] {
    const ways: [string, Route["target"]][] = [];
    for (const gateway of network.transitGateways) {
        const attachment = gateway.attachments.find((candidate) => candidate.vpc === vpc.id);
        if (attachment !== undefined && random.chance(0.75)) {
            ways.push([
                random.pick(["10.0.0.0/8", "10.0.0.0/8", "0.0.0.0/0", "10.1.0.0/16"]),
                { kind: "transitGateway", id: gateway.id },
            ]);
        }
    }
    for (const { id, requester, accepter } of network.peerings) {
        const ends = [requester, accepter];
        const peer = network.vpcs.find(
            (other) => other !== vpc && ends.includes(vpc.id) && ends.includes(other.id),
        );
        for (const cidr of peer?.cidrs ?? []) {
            const ipv4 = !cidr.includes(":");
            const sameRegion = peer?.region === vpc.region;
            if (random.chance(0.8) && (ipv4 || sameRegion)) {
                const part = ipv4 && cidr.startsWith("10.") && random.chance(0.15);
                ways.push([part ? cidr.replace("0.0/16", "1.0/24") : cidr, { kind: "peering", id }]);
            }
        }
        if (peer !== undefined && random.chance(0.05)) {
            ways.push(["203.0.113.0/24", { kind: "peering", id }]);
        }
    }
    const ownBlocks = new Set(vpc.cidrs);
    return ways.filter(([destination]) => !ownBlocks.has(destination));
}
