import { expect } from "chai";
import { buildNetworkModel } from "../../../analysis/model/build-network-model";
import { modelOf, previewOf } from "./both-forms";
import { idOf, Ref, SpecimenStack, type Specimen } from "./specimen-stack";
import { twoVpcs } from "./specimen-networks";

describe("a peering connection", () => {
    const peering = "aws:ec2/vpcPeeringConnection:VpcPeeringConnection";
    const accepterType = "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter";

    const accepted = (inputs: Specimen["inputs"], accepter?: Specimen["inputs"]): string => {
        const { stack, one, other } = twoVpcs();
        const connection = stack.add(peering, "peer", {
            vpcId: idOf(one),
            peerVpcId: idOf(other),
            ...inputs,
        });
        if (accepter !== undefined) {
            stack.add(accepterType, "accept", { vpcPeeringConnectionId: idOf(connection), ...accepter });
        }
        return modelOf(stack).peeringConnections.get(connection.urn)!.accepted;
    };

    it("is usable once either side accepts it", () => {
        expect(accepted({ autoAccept: true })).to.equal("yes");
        expect(accepted({}, { autoAccept: true })).to.equal("yes");
        expect(accepted({})).to.equal("no");
        expect(accepted({}, {})).to.equal("no");
        expect(accepted({ peerVpcId: "vpc-partner" })).to.equal("undecided");
    });

    it("knows both VPCs, and is the same thing under its accepter's id", () => {
        const { stack, one, other } = twoVpcs();
        const connection = stack.add(peering, "peer", { vpcId: idOf(one), peerVpcId: idOf(other) });
        const accepter = stack.add(accepterType, "accept", {
            vpcPeeringConnectionId: idOf(connection),
            autoAccept: true,
        });
        const table = stack.add("aws:ec2/routeTable:RouteTable", "table", { vpcId: idOf(one) });
        stack.add("aws:ec2/route:Route", "route", {
            routeTableId: idOf(table),
            destinationCidrBlock: "10.1.0.0/16",
            vpcPeeringConnectionId: new Ref(accepter, "vpcPeeringConnectionId"),
        });
        const model = previewOf(stack);
        expect(model.peeringConnections.get(connection.urn)).to.include({
            requester: one.urn,
            accepter: other.urn,
        });
        expect(model.peeringConnections.size).to.equal(1);
        expect(model.routeTables.get(table.urn)!.routes[0]!.target).to.deep.equal({
            kind: "vpcPeeringConnection",
            key: connection.urn,
        });
    });

    it("crosses regions where its VPCs' regions differ or a peer region is stated", () => {
        const crosses = (region: string | undefined, inputs: Specimen["inputs"]): boolean => {
            const stack = new SpecimenStack();
            const one = stack.add("aws:ec2/vpc:Vpc", "one", {
                cidrBlock: "10.0.0.0/16",
                region: "us-east-1",
            });
            const other = stack.add("aws:ec2/vpc:Vpc", "other", { cidrBlock: "10.1.0.0/16", region });
            const connection = stack.add(peering, "peer", {
                vpcId: idOf(one),
                peerVpcId: idOf(other),
                ...inputs,
            });
            return modelOf(stack).peeringConnections.get(connection.urn)!.crossRegion;
        };
        expect(crosses("us-east-1", {})).to.equal(false);
        expect(crosses("eu-west-1", {})).to.equal(true);
        expect(crosses(undefined, { peerRegion: "eu-west-1" })).to.equal(true);
        expect(crosses("us-east-1", { peerRegion: "us-east-1" })).to.equal(false);
    });

    it("that another account requests is known by its accepter", () => {
        const { stack, one } = twoVpcs();
        const accepter = stack.add(accepterType, "accept", {
            vpcPeeringConnectionId: "pcx-partner",
            autoAccept: true,
        });
        const deployed = stack.records("deployed").map((record) =>
            record.urn === accepter.urn
                ? {
                      ...record,
                      properties: { ...record.properties, vpcId: "vpc-0", peerVpcId: "vpc-partner" },
                  }
                : record,
        );
        const connection = buildNetworkModel(deployed).peeringConnections.get(
            "external:vpcPeeringConnection:pcx-partner",
        )!;
        expect(connection).to.include({
            accepter: one.urn,
            requester: "external:vpc:vpc-partner",
            accepted: "yes",
        });
        expect(connection.record!.urn).to.equal(accepter.urn);
    });
});
