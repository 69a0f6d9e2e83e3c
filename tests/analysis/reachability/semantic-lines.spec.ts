import { expect } from "chai";
import { idOf, type Specimen } from "../model/specimen-stack";
import { both, everything, House, tcp } from "./house";

// Lines of the semantics that are about how resources are written, before and after their deployment. The
// others are in tests/support/simulator/edges, where the simulator shows that the verdict is AWS's.

describe("security groups, line by line", () => {
    const written: { readonly [shape: string]: (house: House, group: Specimen) => void } = {
        "an ingress rule of its own": (house, group) =>
            house.add("vpc/securityGroupIngressRule:SecurityGroupIngressRule", "rule", {
                securityGroupId: idOf(group),
                ipProtocol: "tcp",
                fromPort: 443,
                toPort: 443,
                cidrIpv4: "10.0.0.0/16",
            }),
        "a legacy rule of its own": (house, group) =>
            house.add("ec2/securityGroupRule:SecurityGroupRule", "rule", {
                type: "ingress",
                securityGroupId: idOf(group),
                ...tcp(443, 443, { cidrBlocks: ["10.0.0.0/16"] }),
            }),
    };
    for (const [shape, write] of Object.entries(written)) {
        it(`edge-sg-rules-as-resources: ${shape} is as good as an inline one`, () => {
            const house = new House();
            const open = house.group("open", { egress: everything });
            const shut = house.group("shut");
            write(house, shut);
            house.host("client", 0, open);
            house.host("server", 1, shut);
            expect(house.verdicts("client", "server", 443)).to.deep.equal(both("reachable"));
            expect(house.verdicts("client", "server", 444)).to.deep.equal(both("blocked"));
        });
    }

    it("edge-sg-mixed-rules: inline and standalone rules of one group fight, and nobody guesses which hold", () => {
        const house = new House();
        const open = house.group("open", { egress: everything });
        const mixed = house.group("mixed", { ingress: [tcp(22, 22, { cidrBlocks: ["10.0.0.0/16"] })] });
        written["an ingress rule of its own"]!(house, mixed);
        house.host("client", 0, open);
        house.host("server", 1, mixed);
        expect(house.verdicts("client", "server", 443)).to.deep.equal(both("unknown"));
    });

    const ranges = [
        [22, 22, [21, "blocked"], [22, "reachable"], [23, "blocked"]],
        [0, 22, [1, "reachable"], [22, "reachable"], [23, "blocked"]],
        [65530, 65535, [65529, "blocked"], [65530, "reachable"], [65535, "reachable"]],
        [45, 50, [44, "blocked"], [50, "reachable"], [51, "blocked"]],
    ] as const;
    for (const [first, last, ...ports] of ranges) {
        it(`edge-sg-port-boundaries: ${first}-${last} begins and ends where it says`, () => {
            const house = new House();
            const open = house.group("open", { egress: everything });
            const some = house.group("some", {
                ingress: [tcp(first, last, { securityGroups: [idOf(open)] })],
            });
            house.host("client", 0, open);
            house.host("server", 1, some);
            for (const [port, verdict] of ports) {
                expect(house.verdicts("client", "server", port), String(port)).to.deep.equal(both(verdict));
            }
        });
    }

    it("edge-sg-cannot-block: the resolver, metadata and time are never said to be blocked", () => {
        const house = new House();
        house.host("client", 0, house.group("shut"));
        for (const ip of [
            "10.0.0.2",
            "169.254.169.254",
            "169.254.169.253",
            "169.254.169.123",
            "fd00:ec2::254",
        ]) {
            const [before, after] = house.ask({ resource: "client" }, { ip }, 53);
            expect([before!.verdict, after!.verdict], ip).to.deep.equal(both("unknown"));
        }
    });

    it("edge-sg-any-resource: whatever has subnets and groups is an interface, of a known type or not", () => {
        const house = new House();
        const open = house.group("open", { egress: everything });
        const some = house.group("some", { ingress: [tcp(2049, 2049, { securityGroups: [idOf(open)] })] });
        house.host("client", 0, open);
        for (const token of ["efs/mountTarget:MountTarget", "tomorrow/novelty:Novelty"]) {
            const name = token.split("/")[0]!;
            house.add(token, name, { subnetId: idOf(house.subnets[1]!), securityGroups: [idOf(some)] });
            expect(house.verdicts("client", name, 2049), token).to.deep.equal(both("reachable"));
            expect(house.verdicts("client", name, 22), token).to.deep.equal(both("blocked"));
        }
    });
});

describe("network ACLs, line by line", () => {
    it("edge-nacl-rules-as-resources: entries and associations of their own are as good as inline ones", () => {
        const house = new House();
        const open = house.group("open", { ingress: everything, egress: everything });
        house.host("client", 0, open);
        house.host("server", 1, open);
        const acl = house.add("ec2/networkAcl:NetworkAcl", "acl", { vpcId: idOf(house.vpc) });
        house.add("ec2/networkAclAssociation:NetworkAclAssociation", "acl", {
            networkAclId: idOf(acl),
            subnetId: idOf(house.subnets[1]!),
        });
        expect(house.verdicts("client", "server", 443)).to.deep.equal(both("blocked"));
        for (const [egress, first, last] of [
            [false, 443, 443],
            [true, 1024, 65535],
        ] as const) {
            house.add("ec2/networkAclRule:NetworkAclRule", `entry-${egress}`, {
                networkAclId: idOf(acl),
                ruleNumber: 100,
                egress,
                protocol: "tcp",
                ruleAction: "allow",
                cidrBlock: "0.0.0.0/0",
                fromPort: first,
                toPort: last,
            });
        }
        expect(house.verdicts("client", "server", 443)).to.deep.equal(both("reachable"));
        expect(house.verdicts("client", "server", 22)).to.deep.equal(both("blocked"));
    });

    it("edge-nacl-ephemeral-part: narrow client ports work for clients that choose one of them", () => {
        const house = new House();
        const open = house.group("open", { ingress: everything, egress: everything });
        house.host("client", 0, open);
        house.host("server", 1, open);
        house.add("ec2/networkAcl:NetworkAcl", "acl", {
            vpcId: idOf(house.vpc),
            subnetIds: [idOf(house.subnets[1]!)],
            ingress: [
                {
                    ruleNo: 1,
                    protocol: "-1",
                    action: "allow",
                    cidrBlock: "0.0.0.0/0",
                    fromPort: 0,
                    toPort: 0,
                },
            ],
            egress: [
                {
                    ruleNo: 1,
                    protocol: "tcp",
                    action: "allow",
                    cidrBlock: "0.0.0.0/0",
                    fromPort: 1025,
                    toPort: 5000,
                },
            ],
        });
        const asked = (sourcePort: number | undefined): string[] =>
            house
                .ask(
                    { resource: "client" },
                    { resource: "server" },
                    443,
                    sourcePort === undefined ? {} : { sourcePort },
                )
                .map(({ verdict }) => verdict);
        expect(asked(1024)).to.deep.equal(both("blocked"));
        expect(asked(1025)).to.deep.equal(both("reachable"));
        expect(asked(5000)).to.deep.equal(both("reachable"));
        expect(asked(5001)).to.deep.equal(both("blocked"));
        expect(asked(undefined)).to.deep.equal(both("reachable"));
    });
});
