import { expect } from "chai";
import { idOf, type Input } from "../model/specimen-stack";
import { both, everything, House, tcp } from "./house";

function housed(
    preserveClientIp: boolean | undefined,
    peer: { [property: string]: Input } | "endpoint" | "nobody",
): House {
    const house = new House();
    const sender = house.group("sender", { egress: everything });
    const admitted = peer === "endpoint" ? { securityGroups: [idOf(sender)] } : peer;
    const ingress = admitted === "nobody" ? [] : [tcp(22, 22, admitted)];
    const group = house.group("server", { ingress });
    house.host("server", 1, group);
    house.add("ec2transitgateway/instanceConnectEndpoint:InstanceConnectEndpoint", "door", {
        subnetId: idOf(house.subnets[0]!),
        securityGroupIds: [idOf(sender)],
        preserveClientIp,
    });
    return house;
}

describe("edge-instance-connect-endpoint: what its clients' addresses change", () => {
    const cases = [
        ["its group is admitted, clients' addresses are not kept", false, "endpoint", "reachable"],
        ["its group is admitted, nothing is said of clients' addresses", undefined, "endpoint", "reachable"],
        ["its group is admitted, but clients' addresses are kept", true, "endpoint", "unknown"],
        ["nobody is admitted, clients' addresses are kept", true, "nobody", "blocked"],
        [
            "its subnet is admitted, clients' addresses are not kept",
            false,
            { cidrBlocks: ["10.0.0.0/24"] },
            "reachable",
        ],
        [
            "its subnet is admitted, nothing is said of clients' addresses",
            undefined,
            { cidrBlocks: ["10.0.0.0/24"] },
            "unknown",
        ],
        [
            "everybody is admitted, clients' addresses are kept",
            true,
            { cidrBlocks: ["0.0.0.0/0"] },
            "reachable",
        ],
        [
            "some clients are admitted, addresses are kept",
            true,
            { cidrBlocks: ["203.0.113.0/24"] },
            "unknown",
        ],
    ] as const;
    for (const [says, preserved, peer, verdict] of cases) {
        it(`${says}: ${verdict}`, () => {
            const admitted = typeof peer === "string" ? peer : { cidrBlocks: [...peer.cidrBlocks] };
            expect(housed(preserved, admitted).verdicts("door", "server", 22)).to.deep.equal(both(verdict));
        });
    }
});
