import { expect } from "chai";
import type { SecurityGroupRulePlan } from "../../../components/planning/security-group-rules";
import type { SecurityInput } from "../../../components/planning/security-input";
import { formatCidr } from "../../../packets/cidr";
import { planned } from "../../support/flow-arbitraries";
import { line, threeTier } from "../../support/three-tier";

const peerText = ({ peer }: SecurityGroupRulePlan): string =>
    peer.kind === "group"
        ? peer.key
        : peer.kind === "block"
          ? formatCidr(peer.cidr)
          : `prefix list of ${peer.service}`;

const rulesOf = (input: Partial<SecurityInput>): Record<string, string> =>
    Object.fromEntries(planned({ ...threeTier, ...input }).rules.map((rule) => [rule.key, peerText(rule)]));

describe("security-group rules", () => {
    it("chain the tiers of the seed by reference, on both sides", () => {
        expect(rulesOf({})).to.deep.equal({
            "alb-in-internet-tcp-443": "0.0.0.0/0",
            "alb-out-app-tcp-8080": "app",
            "app-in-alb-tcp-8080": "alb",
            "app-in-bastion-tcp-22": "bastion",
            "app-out-db-tcp-3306": "db",
            "app-out-internet-tcp-443": "0.0.0.0/0",
            "app-out-s3-tcp-443": "prefix list of s3",
            "bastion-in-office-203.0.113.0-24-tcp-2222": "203.0.113.0/24",
            "bastion-out-app-tcp-22": "app",
            "db-in-app-tcp-3306": "app",
        });
    });

    it("say why on both sides", () => {
        const { rules } = planned({
            ...threeTier,
            flows: [line("app", "db", "mysql", "read and write orders")],
        });
        expect(rules.map(({ direction, description }) => [direction, description])).to.deep.equal([
            ["egress", "app to db on tcp/3306: read and write orders"],
            ["ingress", "app to db on tcp/3306: read and write orders"],
        ]);
    });

    it("open the internet to IPv6 too in a dual-stack network", () => {
        expect(rulesOf({ ipv6: true, flows: [line("internet", "alb", "https")] })).to.deep.equal({
            "alb-in-internet-tcp-443": "0.0.0.0/0",
            "alb-in-internet-ipv6-tcp-443": "::/0",
        });
    });

    it("send a private tier without NAT out over IPv6 only", () => {
        const input = { ipv6: true, nat: "none" as const, flows: [line("app", "internet", "https")] };
        expect(rulesOf(input)).to.deep.equal({ "app-out-internet-ipv6-tcp-443": "::/0" });
    });

    it("answer ping with ICMP, and over IPv6 with ICMPv6", () => {
        const { rules } = planned({
            ...threeTier,
            ipv6: true,
            flows: [line("internet", "alb", "icmp/echo")],
        });
        expect(rules.map(({ key, match }) => [key, match])).to.deep.equal([
            ["alb-in-internet-icmp-8-0", { protocol: "icmp", icmp: { type: 8, code: 0 } }],
            ["alb-in-internet-ipv6-icmpv6-128-0", { protocol: "icmpv6", icmp: { type: 128, code: 0 } }],
        ]);
    });

    it("have one rule a block of a range, so that a second block changes nothing about the first", () => {
        const flows = [line("office", "bastion", "ssh")];
        const one = rulesOf({ flows });
        const two = rulesOf({ flows, ranges: { office: { cidrs: ["198.51.100.0/28", "203.0.113.0/24"] } } });
        expect(two).to.deep.equal({
            ...one,
            "bastion-in-office-198.51.100.0-28-tcp-2222": "198.51.100.0/28",
        });
    });

    it("admit a group to itself by reference", () => {
        expect(rulesOf({ flows: [line("db", "db", "mysql")] })).to.deep.equal({
            "db-in-db-tcp-3306": "db",
            "db-out-db-tcp-3306": "db",
        });
    });
});
