import { expect } from "chai";
import type { SecurityInput } from "../../../components/planning/security-input";
import { planSecurity } from "../../../components/planning/security-plan";
import { planned } from "../../support/flow-arbitraries";
import { aclLets, walk, type Host } from "../../support/packet-walk";
import { line, threeTier } from "../../support/three-tier";

/** The keys of a plan's entries in one direction of one tier, sorted, without that prefix. */
function entriesOf(input: Partial<SecurityInput>, tier: string, direction: "in" | "out"): string[] {
    const prefix = `${tier}-${direction}-`;
    return planned({ ...threeTier, ...input })
        .entries.filter(({ key }) => key.startsWith(prefix))
        .map(({ key }) => key.slice(prefix.length))
        .sort();
}

const only = (...args: Parameters<typeof line>): Partial<SecurityInput> => ({ flows: [line(...args)] });
const tcp = (port: number) => ({ protocol: "tcp" as const, port });

describe("network ACL entries", () => {
    it("let a public service's requests in and its replies out, and nothing else", () => {
        const input = only("internet", "alb", "https");
        expect(entriesOf(input, "public", "in")).to.deep.equal([
            "deny-all-10.0.0.0-16",
            "icmp-3-4-0.0.0.0-0",
            "tcp-443-0.0.0.0-0",
        ]);
        expect(entriesOf(input, "public", "out")).to.deep.equal([
            "deny-all-10.0.0.0-16",
            "icmp-3-4-0.0.0.0-0",
            "tcp-1024-65535-0.0.0.0-0",
        ]);
        expect(entriesOf(input, "app", "in")).to.be.empty;
    });

    it("let a load balancer's targets reply to any of its ports, and an instance's to Linux's", () => {
        expect(entriesOf(only("alb", "app", "app"), "app", "out")).to.deep.equal([
            "tcp-1024-65535-10.0.0.0-20",
        ]);
        expect(entriesOf(only("app", "db", "mysql"), "db", "out")).to.deep.equal([
            "tcp-32768-60999-10.0.16.0-20",
        ]);
    });

    it("pass a private tier's way out through the public tier that holds NAT", () => {
        const input = only("app", "internet", "https");
        expect(entriesOf(input, "public", "in")).to.deep.equal([
            "deny-all-10.0.0.0-16",
            "deny-tcp-2222-0.0.0.0-0",
            "deny-tcp-3389-0.0.0.0-0",
            "icmp-3-4-0.0.0.0-0",
            "tcp-1024-65535-0.0.0.0-0",
            "tcp-443-10.0.16.0-20",
        ]);
        expect(entriesOf(input, "public", "out")).to.deep.equal([
            "deny-all-10.0.0.0-16",
            "icmp-3-4-0.0.0.0-0",
            "tcp-32768-60999-10.0.16.0-20",
            "tcp-443-0.0.0.0-0",
        ]);
        expect(entriesOf(input, "app", "in")).to.deep.equal([
            "deny-all-10.0.0.0-16",
            "icmp-3-4-0.0.0.0-0",
            "tcp-32768-60999-0.0.0.0-0",
        ]);
    });

    it("pass no public tier on the way to a regional NAT gateway, which sits in no subnet", () => {
        expect(entriesOf({ ...only("app", "internet", "https"), nat: "regional" }, "public", "in")).to.be
            .empty;
    });

    it("pass no public tier on the way to a gateway service, and no prefix list, which ACLs do not take", () => {
        const input = only("app", "s3", "https");
        expect(entriesOf(input, "app", "out")).to.include("tcp-443-0.0.0.0-0");
        expect(entriesOf(input, "public", "in")).to.be.empty;
    });

    it("pass neither NAT nor the internet between a private tier and a network behind a transit gateway", () => {
        const input = only("app", "on-prem", "https");
        expect(entriesOf(input, "app", "in")).to.deep.equal([
            "icmp-3-4-0.0.0.0-0",
            "tcp-32768-60999-192.168.0.0-16",
        ]);
        expect(entriesOf(input, "public", "in")).to.be.empty;
    });

    it("reach an office over the internet through NAT", () => {
        const input = only("app", "office", "https");
        expect(entriesOf(input, "public", "out")).to.include("tcp-443-203.0.113.0-24");
        expect(entriesOf(input, "public", "in")).to.include("tcp-1024-65535-203.0.113.0-24");
    });

    it("open both ways between the zones of one tier", () => {
        expect(entriesOf(only("db", "db", "mysql"), "db", "in")).to.deep.equal([
            "tcp-1024-65535-10.0.32.0-20",
            "tcp-3306-10.0.32.0-20",
        ]);
    });

    it("let a load balancer's own clients through to the targets when it keeps their addresses", () => {
        const input = {
            groups: { ...threeTier.groups, nlb: { tier: "public", preservesClientIp: true } },
            flows: [line("office", "nlb", "https"), line("nlb", "app", "app")],
        };
        expect(entriesOf(input, "app", "in")).to.include.members([
            "tcp-8080-203.0.113.0-24",
            "tcp-8080-10.0.0.0-20",
        ]);
        expect(entriesOf(input, "app", "out")).to.include("tcp-1024-65535-203.0.113.0-24");
        const without = { ...input, groups: { ...input.groups, nlb: { tier: "public" } } };
        expect(entriesOf(without, "app", "in")).to.deep.equal(["tcp-8080-10.0.0.0-20"]);
    });

    it("send a dual-stack network's private tier out over IPv6 past NAT", () => {
        const input = { ...only("app", "internet", "https"), ipv6: true };
        expect(entriesOf(input, "app", "in")).to.include.members(["tcp-32768-60999-..-0", "icmpv6-2-0-..-0"]);
        expect(entriesOf(input, "public", "out").filter((key) => key.endsWith("..-0"))).to.be.empty;
    });

    it("answer ping with echo replies alone", () => {
        expect(entriesOf(only("alb", "app", "icmp/echo"), "app", "out")).to.deep.equal([
            "icmp-0-0-10.0.0.0-20",
        ]);
    });

    it("never open port 22 or 3389 to the internet, though replies come back to any port", () => {
        const { entries } = planned(threeTier);
        const from = (remote: string, port: number): boolean =>
            aclLets(entries, "public", "in", remote, tcp(port));
        expect(from("192.0.2.1", 5000)).to.equal(true);
        for (const port of [22, 2222, 3389]) {
            expect(from("192.0.2.1", port), String(port)).to.equal(false);
        }
        expect(from("203.0.113.5", 2222)).to.equal(true);
        expect(from("203.0.113.5", 3389)).to.equal(false);
    });

    it("close administration over IPv6 and UDP as over IPv4 and TCP", () => {
        const input = { ...only("bastion", "internet", "dns"), ipv6: true, adminPorts: [40000] };
        expect(entriesOf(input, "public", "in")).to.include.members([
            "deny-udp-40000-0.0.0.0-0",
            "deny-udp-40000-..-0",
        ]);
    });

    it("mean the outside by the internet: an app that may call HTTPS anywhere does not reach the ALB so", () => {
        const input = {
            ...threeTier,
            flows: [line("internet", "alb", "https"), line("app", "internet", "https")],
        };
        const app: Host = { group: "app", tier: "app", zone: "a", address: "10.0.16.7" };
        const alb: Host = { group: "alb", tier: "public", zone: "a", address: "10.0.0.7" };
        const session = { from: app, to: alb, protocol: "tcp" as const, fromPort: 40000, toPort: 443 };
        expect(walk(input, planned(input), session)).to.equal("app's ACL lets nothing out with 10.0.0.7");
        const declared = { ...input, flows: [...input.flows, line("app", "alb", "https")] };
        expect(walk(declared, planned(declared), session)).to.equal(undefined);
    });

    it("fit AWS's quota for the seed's architecture, in its own addresses and in aligned ones", () => {
        const seed = {
            public: { access: "public" as const, cidrs: ["10.0.1.0/24", "10.0.2.0/24"] },
            app: { access: "private" as const, cidrs: ["10.0.3.0/24", "10.0.4.0/24"] },
            db: { access: "isolated" as const, cidrs: ["10.0.5.0/24", "10.0.6.0/24"] },
        };
        for (const input of [threeTier, { ...threeTier, ipv6: true }, { ...threeTier, tiers: seed }]) {
            expect(planSecurity(input)).to.have.property("entries");
        }
    });
});
