import type { Network, NetworkAcl, NetworkAclEntry, SecurityGroup, SecurityGroupRule, Vpc } from "../network";
import type { Random } from "./random";
import { randomBlock, randomMatch } from "./traffic";

export function addPrefixLists(random: Random, network: Network): Network {
    const lists = random.times(0, 2, (index) => ({
        id: `list${index}`,
        cidrs: [...new Set(random.times(1, 3, () => randomBlock(random, network, 4)))],
    }));
    return { ...network, prefixLists: [...network.prefixLists, ...lists] };
}

const everyone = (number: number, egress: boolean, cidr = "0.0.0.0/0"): NetworkAclEntry => ({
    number,
    egress,
    allow: true,
    protocol: -1,
    cidr,
});

const hasIpv6 = (vpc: Vpc): boolean => vpc.cidrs.some((cidr) => cidr.includes(":"));

/** As AWS makes it: everything in and out, for IPv6 too where the VPC has it. */
const allowAll = (vpc: Vpc): NetworkAclEntry[] =>
    [false, true].flatMap((egress) => [
        everyone(100, egress),
        ...(hasIpv6(vpc) ? [everyone(101, egress, "::/0")] : []),
    ]);

export function addNetworkAcls(random: Random, network: Network): Network {
    const networkAcls: NetworkAcl[] = [];
    const aclOf = new Map<string, string>();
    for (const vpc of network.vpcs) {
        const untouched = random.chance(0.85);
        const entries = untouched
            ? allowAll(vpc)
            : random.chance(0.3)
              ? []
              : randomEntries(random, network, vpc);
        networkAcls.push({ id: vpc.defaultNetworkAcl, vpc: vpc.id, entries, untouched });
        const custom = random.times(0, 2, (index) => ({
            id: `${vpc.id}-acl${index}`,
            vpc: vpc.id,
            entries: random.chance(0.07) ? [] : randomEntries(random, network, vpc),
        }));
        networkAcls.push(...custom);
        for (const subnet of network.subnets.filter((candidate) => candidate.vpc === vpc.id)) {
            if (custom.length > 0 && random.chance(0.5)) {
                aclOf.set(subnet.id, random.pick(custom).id);
            }
        }
    }
    const subnets = network.subnets.map((subnet) => ({ ...subnet, networkAcl: aclOf.get(subnet.id) }));
    return { ...network, subnets, networkAcls };
}

function randomEntries(random: Random, network: Network, vpc: Vpc): NetworkAclEntry[] {
    const open = random.chance(0.6);
    const ephemeral = random.pick([
        [1024, 65535],
        [1024, 65535],
        [1025, 5000],
        [32768, 60999],
    ] as const);
    return [false, true].flatMap((egress) => {
        const taken = new Set<number>();
        const entries: NetworkAclEntry[] = [];
        const add = (entry: NetworkAclEntry): void => {
            if (!taken.has(entry.number)) {
                taken.add(entry.number);
                entries.push(entry);
            }
        };
        if (open) {
            add(everyone(500, egress));
            if (hasIpv6(vpc) && random.chance(0.8)) {
                add(everyone(501, egress, "::/0"));
            }
        } else if (random.chance(0.85)) {
            add({ ...everyone(500, egress), protocol: 6, ports: ephemeral });
        }
        for (let count = random.between(0, 4); count > 0; count -= 1) {
            const version = hasIpv6(vpc) && random.chance(0.2) ? 6 : 4;
            const cidr = randomBlock(random, network, version);
            const allow = random.chance(open ? 0.3 : 0.8);
            const number = random.pick([1, 90, 100, 110, 499, 510, 32766]);
            add({ number, egress, allow, cidr, ...randomMatch(random, version) });
        }
        return random.shuffled(entries);
    });
}

export function addSecurityGroups(random: Random, network: Network): Network {
    const ids = network.vpcs.flatMap((vpc) =>
        random.times(1, 4, (index) => ({ id: `${vpc.id}-group${index}`, vpc })),
    );
    const securityGroups: SecurityGroup[] = network.vpcs.map((vpc) => {
        const { defaultSecurityGroup: id } = vpc;
        const untouched = !hasIpv6(vpc) && random.chance(0.6);
        const rules: SecurityGroupRule[] = untouched
            ? [
                  { direction: "ingress", protocol: -1, peer: { securityGroup: id } },
                  { direction: "egress", protocol: -1, peer: { cidr: "0.0.0.0/0" } },
              ]
            : [];
        return { id, vpc: vpc.id, rules, untouched };
    });
    // Half of the networks leave filtering to routes and ACLs, so that packets get far.
    const open = random.chance(0.5);
    for (const { id, vpc } of ids) {
        // Groups of peers may be named; those of any other VPC are refused by AWS.
        const neighbours = ids.filter((other) => other.vpc === vpc || areConnected(network, vpc, other.vpc));
        const welcome = open && random.chance(0.8);
        const rules = [
            ...(welcome ? everyPeer("ingress", vpc) : []),
            ...randomRules(random, network, vpc, "ingress", neighbours),
            ...(random.chance(0.75) ? everyPeer("egress", vpc) : []),
            ...randomRules(random, network, vpc, "egress", neighbours),
        ];
        securityGroups.push({ id, vpc: vpc.id, rules: withoutRepeats(rules) });
    }
    return { ...network, securityGroups };
}

const everyPeer = (direction: "ingress" | "egress", vpc: Vpc): SecurityGroupRule[] => [
    { direction, protocol: -1, peer: { cidr: "0.0.0.0/0" } },
    ...(hasIpv6(vpc) ? [{ direction, protocol: -1, peer: { cidr: "::/0" } }] : []),
];

const areConnected = (network: Network, near: Vpc, far: Vpc): boolean =>
    near.region === far.region &&
    (network.peerings.some((peering) =>
        [near.id, far.id].every((id) => [peering.requester, peering.accepter].includes(id)),
    ) ||
        network.transitGateways.some((gateway) =>
            [near.id, far.id].every((id) => gateway.attachments.some(({ vpc }) => vpc === id)),
        ));

function randomRules(
    random: Random,
    network: Network,
    vpc: Vpc,
    direction: "ingress" | "egress",
    neighbours: readonly { readonly id: string }[],
): SecurityGroupRule[] {
    return random.times(direction === "ingress" ? 1 : 0, direction === "ingress" ? 4 : 2, () => {
        const roll = random.next();
        const customLists = network.prefixLists.filter((list) => list.service === undefined);
        const serviceLists = network.gatewayEndpoints
            .filter((endpoint) => endpoint.vpc === vpc.id)
            .map((endpoint) => endpoint.prefixList);
        const lists = [
            ...customLists.map((list) => list.id),
            ...(direction === "egress" ? serviceLists : []),
        ];
        if (roll < 0.4) {
            const peer = { securityGroup: random.pick(neighbours).id };
            return { direction, ...randomMatch(random, 4), peer };
        }
        if (roll < 0.55 && lists.length > 0) {
            return { direction, ...randomMatch(random, 4), peer: { prefixList: random.pick(lists) } };
        }
        const version = hasIpv6(vpc) && random.chance(0.25) ? 6 : 4;
        const cidr = randomBlock(random, network, version);
        return { direction, ...randomMatch(random, version), peer: { cidr } };
    });
}

/** AWS refuses a rule it already has. */
function withoutRepeats(rules: readonly SecurityGroupRule[]): SecurityGroupRule[] {
    const seen = new Map(rules.map((rule) => [JSON.stringify(rule), rule]));
    return [...seen.values()];
}
