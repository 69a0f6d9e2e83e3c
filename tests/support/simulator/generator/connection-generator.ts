import type { Network, Peering, TransitGateway, TransitGatewayTable } from "../network";
import type { Random } from "./random";
import { serviceBlocks } from "./traffic";

export function addConnections(random: Random, network: Network): Network {
    return addGatewayEndpoints(random, addTransitGateway(random, addPeerings(random, network)));
}

function addPeerings(random: Random, network: Network): Network {
    const peerings: Peering[] = [];
    network.vpcs.forEach((requester, index) => {
        for (const accepter of network.vpcs.slice(index + 1)) {
            if (random.chance(0.5)) {
                const id = `${requester.id}-${accepter.id}`;
                const accepted = random.chance(0.9);
                peerings.push({ id, requester: requester.id, accepter: accepter.id, accepted });
            }
        }
    });
    return { ...network, peerings };
}

function addTransitGateway(random: Random, network: Network): Network {
    const near = network.vpcs.filter((vpc) => vpc.region === "us-east-1");
    if (near.length < 2 || random.chance(0.4)) {
        return network;
    }
    const byDefault = random.chance(0.5);
    const tables = byDefault ? ["tgw-default"] : ["tgw-table0", "tgw-table1"].slice(0, random.between(1, 2));
    const attachments = near.map((vpc) => ({
        id: `tgw-${vpc.id}`,
        vpc: vpc.id,
        subnets: onePerZone(random, network, vpc.id),
        securityGroupReferencing: random.chance(0.8),
        table: random.chance(0.92) ? random.pick(tables) : undefined,
    }));
    const gateway: TransitGateway = {
        id: "tgw",
        securityGroupReferencing: random.chance(0.5),
        attachments,
        tables: tables.map((id): TransitGatewayTable => {
            const routes = new Map<string, string | undefined>();
            for (let count = random.between(0, 2); count > 0; count -= 1) {
                const cidr = random.pick([
                    "0.0.0.0/0",
                    "10.0.0.0/16",
                    "10.1.0.0/16",
                    "10.1.1.0/24",
                    "10.0.0.0/8",
                ]);
                routes.set(cidr, random.chance(0.25) ? undefined : random.pick(attachments).id);
            }
            return {
                id,
                untouched: byDefault,
                routes: [...routes].map(([cidr, attachment]) => ({ cidr, attachment })),
                propagations: random.some(attachments, 0.85).map((attachment) => attachment.id),
            };
        }),
    };
    const transitGateways =
        !byDefault && near.length > 1 && random.chance(0.4) ? splitInTwo(random, gateway) : [gateway];
    return { ...network, transitGateways };
}

/** Two gateways with a peering between them in place of one: the first VPC at the first, the others at the second. */
function splitInTwo(random: Random, whole: TransitGateway): TransitGateway[] {
    const [first, ...others] = whole.attachments;
    const peering = "tgw-peering";
    const half = (
        id: string,
        peer: string,
        attachments: TransitGateway["attachments"],
        far: TransitGateway["attachments"],
    ): TransitGateway => {
        const own = new Set(attachments.map((attachment) => attachment.id));
        const table = `${id}-table`;
        const routes = new Map<string, string | undefined>();
        for (const { vpc } of far) {
            if (random.chance(0.85)) {
                routes.set(`10.${vpc.slice(3)}.0.0/16`, peering);
            }
        }
        if (random.chance(0.2)) {
            routes.set("10.0.0.0/8", random.chance(0.5) ? undefined : peering);
        }
        return {
            id,
            securityGroupReferencing: whole.securityGroupReferencing,
            attachments: attachments.map((attachment) => ({
                ...attachment,
                table: attachment.table === undefined ? undefined : table,
            })),
            peerings: [{ id: peering, peer, ...(random.chance(0.9) ? { table } : {}) }],
            tables: [
                {
                    id: table,
                    routes: [...routes].map(([cidr, attachment]) => ({ cidr, attachment })),
                    propagations: random.some([...own], 0.85),
                },
            ],
        };
    };
    return [half("tgw", "tgw2", [first!], others), half("tgw2", "tgw", others, [first!])];
}

/** AWS takes one subnet a zone; a zone may be left out. */
function onePerZone(random: Random, network: Network, vpc: string): string[] {
    const zones = new Map<string, string>();
    for (const subnet of random.shuffled(network.subnets)) {
        if (subnet.vpc === vpc && !zones.has(subnet.zone)) {
            zones.set(subnet.zone, subnet.id);
        }
    }
    const all = [...zones.values()];
    return random.chance(0.75) ? all : all.slice(0, 1);
}

function addGatewayEndpoints(random: Random, network: Network): Network {
    const vpc = random.pick(network.vpcs);
    if (vpc.region !== "us-east-1" || random.chance(0.6)) {
        return network;
    }
    return {
        ...network,
        prefixLists: [...network.prefixLists, { id: "s3-list", cidrs: serviceBlocks, service: "s3" }],
        gatewayEndpoints: [
            { id: `${vpc.id}-s3`, vpc: vpc.id, service: "s3", prefixList: "s3-list", routeTables: [] },
        ],
    };
}

/** Once the tables exist. */
export function connectGatewayEndpoints(random: Random, network: Network): Network {
    const gatewayEndpoints = network.gatewayEndpoints.map((endpoint) => {
        const own = network.routeTables.filter((table) => table.vpc === endpoint.vpc && !table.untouched);
        return { ...endpoint, routeTables: random.some(own, 0.6).map((table) => table.id) };
    });
    return { ...network, gatewayEndpoints };
}

export function addBlockPublicAccess(random: Random, network: Network): Network {
    if (random.chance(0.85)) {
        return network;
    }
    const mode = random.pick(["block-bidirectional", "block-ingress"] as const);
    const subjects = random.some([...network.vpcs, ...network.subnets], 0.2).map(({ id }) => id);
    const exclusions = subjects.map((subject) => ({
        subject,
        mode: random.pick(["allow-bidirectional", "allow-egress"] as const),
    }));
    return { ...network, blockPublicAccess: { mode, exclusions } };
}
