import { expect } from "chai";
import fc from "fast-check";
import type { Flow, FlowPeer } from "../../../components/planning/flow";
import { originsBehind } from "../../../components/planning/flow-origins";
import { aclBands, numberEntries } from "../../../components/planning/network-acl-numbers";
import type { SecurityInput } from "../../../components/planning/security-input";
import { addressesOf, addressSet, isAddressSubset } from "../../../packets/address-set";
import { contains } from "../../../packets/interval-set";
import { flowTables, planned, roomyNetwork, soundPart } from "../../support/flow-arbitraries";
import { serviceBlock, walk, type Host, type Session } from "../../support/packet-walk";
import { line } from "../../support/three-tier";

/** Two subnets of every tier of the roomy network, by zone letter. */
const addressIn: Record<string, Record<string, string>> = {
    public: { a: "10.0.1.7", b: "10.0.2.7" },
    app: { a: "10.0.16.7", b: "10.0.17.7" },
    batch: { a: "10.0.48.7", b: "10.0.49.7" },
    db: { a: "10.0.32.7", b: "10.0.33.7" },
};

const memberOf = (group: string, zone: string): Host => {
    const { tier } = roomyNetwork.groups[group]!;
    return { group, tier, zone, address: addressIn[tier]![zone]! };
};

/** Hosts that stand for a peer, in every zone and block of it. */
function hostsOf(peer: FlowPeer, ipv6: boolean): Host[] {
    switch (peer.kind) {
        case "group":
            return ["a", "b"].map((zone) => memberOf(peer.key, zone));
        case "internet":
            return [{ address: "192.0.2.9" }, ...(ipv6 ? [{ address: "2001:db8::9" }] : [])];
        case "range":
            return peer.key === "hub"
                ? [{ address: "10.1.200.1" }]
                : [{ address: "203.0.113.9" }, { address: "198.51.100.99" }];
        case "service":
            return [{ address: "52.216.1.1" }];
    }
}

const clientPortsOf: Record<string, readonly number[]> = {
    any: [1024, 2221, 40000, 65535],
    linux: [32768, 60999],
    windows: [49152, 65535],
};

const clientPort = (peer: FlowPeer): readonly number[] =>
    clientPortsOf[peer.kind === "group" ? peer.clients : "any"]!;

/** Every session a flow declares, at the edges of its ports, zones and blocks. */
function sessionsOf(flow: Flow, input: SecurityInput, flows: readonly Flow[]): Session[] {
    const hasIpv4 = flow.from.kind !== "group" || input.nat !== "none" || !isPrivate(flow.from.tier);
    const ends = hostsOf(flow.from, input.ipv6!).flatMap((from) =>
        hostsOf(flow.to, input.ipv6!)
            .filter(({ address }) => hasIpv4 || flow.to.kind !== "internet" || address.includes(":"))
            .map((to) => ({ from, to })),
    );
    const clients: [string | undefined, FlowPeer][] = [[undefined, flow.from]];
    if (flow.from.kind === "group") {
        for (const origin of originsBehind(flow.from, flows)) {
            clients.push(
                ...hostsOf(origin, false).map(({ address }): [string, FlowPeer] => [address, origin]),
            );
        }
    }
    return ends.flatMap(({ from, to }) =>
        (flow.to.kind === "group" ? clients : clients.slice(0, 1)).flatMap(([client, peer]) =>
            clientPort(peer).flatMap((fromPort) => {
                const common = { from, to, client, fromPort, natPort: 1024 };
                const { protocol, ports } = flow.traffic;
                if (protocol === "tcp" || protocol === "udp") {
                    const [first, last] = [ports![0]!.first, ports!.at(-1)!.last];
                    return [first, last].map((toPort): Session => ({ ...common, protocol, toPort }));
                }
                const overIpv6 = from.address.includes(":") || to.address.includes(":");
                return [{ ...common, protocol: overIpv6 ? ("icmpv6" as const) : ("icmp" as const) }];
            }),
        ),
    );
}

const isPrivate = (tier: string): boolean => roomyNetwork.tiers[tier]!.access === "private";

const withoutNumber = <Entry extends { number: number }>(entry: Entry) => ({ ...entry, number: undefined });

describe("a compiled flow table", () => {
    it("lets every declared session pass, request and reply, in every zone", () => {
        fc.assert(
            fc.property(flowTables(), (input) => {
                const plan = planned(input);
                for (const flow of plan.flows) {
                    for (const session of sessionsOf(flow, input, plan.flows)) {
                        expect(walk(input, plan, session), JSON.stringify(session)).to.equal(undefined);
                    }
                }
            }),
        );
    });

    it("lets nothing undeclared pass", () => {
        const hosts: Host[] = [
            ...Object.keys(roomyNetwork.groups).flatMap((group) => [
                memberOf(group, "a"),
                memberOf(group, "b"),
            ]),
            ...["192.0.2.9", "203.0.113.9", "198.51.100.1", "10.1.0.9", "10.2.0.9", "52.217.1.1"].map(
                (address) => ({ address }),
            ),
        ];
        const sessions = fc.record<Session>({
            from: fc.constantFrom(...hosts),
            to: fc.constantFrom(...hosts),
            protocol: fc.constantFrom("tcp", "udp", "icmp"),
            fromPort: fc.constantFrom(1024, 40000, 65535),
            natPort: fc.constantFrom(1024, 65535),
            toPort: fc.constantFrom(22, 53, 80, 443, 2222, 3306, 3389, 8000, 8080, 40000),
        });
        let passed = 0;
        fc.assert(
            fc.property(
                flowTables(),
                fc.array(sessions, { minLength: 20, maxLength: 20 }),
                (input, tried) => {
                    const plan = planned(input);
                    const { flows } = plan;
                    // The likeliest to slip through: from the source of one line to the target of another.
                    const crossed = flows.flatMap(({ from, traffic }) =>
                        flows.flatMap(({ to }) =>
                            sessionsOf({ from, to, traffic, because: "" }, input, flows),
                        ),
                    );
                    for (const session of [...tried, ...crossed].filter(touchesNetworkOverIpv4)) {
                        if (walk(input, plan, session) === undefined) {
                            passed += 1;
                            expect(isDeclared(session, flows), JSON.stringify(session)).to.equal(true);
                        }
                    }
                },
            ),
        );
        expect(passed).to.be.greaterThan(0);
    });

    it("keeps every rule and entry when a flow is added", () => {
        fc.assert(
            fc.property(flowTables(9), (input) => {
                const fewer = planned(soundPart({ ...input, flows: input.flows.slice(1) }));
                const more = planned(input);
                expect(more.rules).to.include.deep.members([...fewer.rules]);
                expect(more.entries.map(withoutNumber)).to.include.deep.members(
                    fewer.entries.map(withoutNumber),
                );
            }),
        );
    });

    it("numbers an entry by its own content alone, unless another entry holds its place", () => {
        fc.assert(
            fc.property(flowTables(), (input) => {
                const { entries } = planned(input);
                for (const entry of entries) {
                    const ownPlace = numberEntries([entry]).get(entry.key);
                    const holder = entries.find(
                        ({ tier, direction, number }) =>
                            tier === entry.tier && direction === entry.direction && number === ownPlace,
                    )!;
                    expect(holder.key <= entry.key).to.equal(true);
                    expect(holder.band).to.equal(entry.band);
                }
            }),
        );
    });

    it("gives every rule and entry a name and every entry a number of its own", () => {
        fc.assert(
            fc.property(flowTables(), (input) => {
                const { rules, entries } = planned(input);
                const numbers = entries.map(
                    ({ tier, direction, number }) => `${tier} ${direction} ${number}`,
                );
                for (const names of [rules.map(({ key }) => key), entries.map(({ key }) => key), numbers]) {
                    expect(new Set(names).size).to.equal(names.length);
                }
                for (const { number, band } of entries) {
                    expect(Math.floor((number - 1) / 10_000)).to.equal(aclBands.indexOf(band));
                }
            }),
        );
    });

    it("is the same whatever the order of lines, groups, ranges and tiers", () => {
        const backwards = <Value>(map: { readonly [key: string]: Value } = {}): Record<string, Value> =>
            Object.fromEntries(Object.entries(map).reverse());
        const byKey = (left: { key: string }, right: { key: string }): number =>
            left.key < right.key ? -1 : 1;
        fc.assert(
            fc.property(flowTables(), (input) => {
                const forth = planned(input);
                const back = planned({
                    ...input,
                    tiers: backwards(input.tiers),
                    groups: backwards(input.groups),
                    ranges: backwards(input.ranges),
                    flows: [...input.flows].reverse(),
                });
                expect(back.rules).to.deep.equal(forth.rules);
                expect([...back.entries].sort(byKey)).to.deep.equal([...forth.entries].sort(byKey));
            }),
        );
    });

    it("changes nothing for a new group and a new tier, and only adds for a new zone", () => {
        fc.assert(
            fc.property(flowTables(), (input) => {
                const before = planned(input);
                const roomier = planned({
                    ...input,
                    tiers: { ...input.tiers, ops: { access: "private", cidrs: ["10.0.64.0/20"] } },
                    groups: { ...input.groups, ops: { tier: "ops" } },
                });
                expect(roomier).to.deep.equal(before);
                const zone = {
                    access: "public" as const,
                    cidrs: ["10.0.1.0/24", "10.0.2.0/24", "10.0.7.0/24"],
                };
                const wider = planned({ ...input, tiers: { ...input.tiers, public: zone } });
                expect(wider.rules).to.deep.equal(before.rules);
                expect(wider.entries.map(withoutNumber)).to.include.deep.members(
                    before.entries.map(withoutNumber),
                );
            }),
        );
    });

    it("describes every rule in characters that AWS takes", () => {
        const reason = fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 });
        let described = 0;
        fc.assert(
            fc.property(reason, (because) => {
                const input = { ...roomyNetwork, flows: [line("internet", "alb", "https", because)] };
                for (const { description } of planned(soundPart(input)).rules) {
                    described += 1;
                    expect(description).to.match(/^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{1,255}$/);
                }
            }),
        );
        expect(described).to.be.greaterThan(0);
    });
});

const touchesNetworkOverIpv4 = ({ from, to }: Session): boolean =>
    (from.group !== undefined || to.group !== undefined) && !`${from.address}${to.address}`.includes(":");

/**
 * Whether some line declares the session. Two hosts in one subnet, where no ACL stands between them,
 * also meet where one may go to the whole internet and the other be reached from all of it.
 */
function isDeclared({ from, to, protocol, toPort }: Session, flows: readonly Flow[]): boolean {
    const declares = (source: Host, target: Host): boolean =>
        flows.some(
            (flow) =>
                isPeer(flow.from, source) &&
                isPeer(flow.to, target) &&
                flow.traffic.protocol === protocol &&
                (flow.traffic.ports === undefined || contains(flow.traffic.ports, toPort!)),
        );
    const anybody: Host = { address: "192.0.2.9" };
    const sameSubnet = from.tier !== undefined && from.tier === to.tier && from.zone === to.zone;
    // Whoever may go to anybody, and whom anybody may reach, meet where no ACL stands between them: inside
    // a subnet, and between tiers whose ACLs another flow has opened for the very same traffic.
    const opened = flows.some(
        (flow) =>
            flow.traffic.protocol === protocol &&
            (flow.traffic.ports === undefined || contains(flow.traffic.ports, toPort!)) &&
            flow.to.kind === "group" &&
            flow.to.tier === to.tier &&
            sendersOf(flow.from, flows).some((peer) => peer.kind === "group" && peer.tier === from.tier),
    );
    return declares(from, to) || ((sameSubnet || opened) && declares(from, anybody) && declares(anybody, to));
}

/** Who appears as the source of a group's packets: its members, and the clients whose addresses it keeps. */
const sendersOf = (peer: FlowPeer, flows: readonly Flow[]): FlowPeer[] =>
    peer.kind === "group" && peer.preservesClientIp
        ? [peer, ...flows.filter(({ to }) => to.key === peer.key).map(({ from }) => from)]
        : [peer];

function isPeer(peer: FlowPeer, host: Host): boolean {
    const address = addressesOf(`${host.address}/32`);
    switch (peer.kind) {
        case "group":
            return host.group === peer.key;
        case "internet":
            return host.group === undefined;
        case "range":
            return host.group === undefined && isAddressSubset(address, addressSet(peer.cidrs));
        case "service":
            return isAddressSubset(address, addressesOf(serviceBlock));
    }
}
