import { expect } from "chai";
import { formatCidr } from "../../../packets/cidr";
import { modelOf } from "./both-forms";
import { idOf, type Specimen } from "./specimen-stack";
import { twoVpcs } from "./specimen-networks";

describe("a transit gateway", () => {
    const attachmentType = "aws:ec2transitgateway/vpcAttachment:VpcAttachment";
    const tableType = "aws:ec2transitgateway/routeTable:RouteTable";

    function hub(inputs: Specimen["inputs"] = {}, attachment: Specimen["inputs"] = {}) {
        const { stack, one, other, subnets } = twoVpcs();
        const gateway = stack.add("aws:ec2transitgateway/transitGateway:TransitGateway", "hub", inputs);
        const attachments = [one, other].map((vpc, at) =>
            stack.add(attachmentType, vpc.name, {
                transitGatewayId: idOf(gateway),
                vpcId: idOf(vpc),
                subnetIds: [idOf(subnets[at]!)],
                ...attachment,
            }),
        ) as [Specimen, Specimen];
        return { stack, gateway, attachments, subnets, vpcs: [one, other] };
    }

    it("associates and propagates attachments in its default table, unless either switches that off", () => {
        const { stack, gateway, attachments, subnets, vpcs } = hub();
        const model = modelOf(stack).transitGateways.get(gateway.urn)!;
        const table = `${gateway.urn}#defaultRouteTable`;
        expect(model.routeTables.map(({ key, propagatedFrom }) => [key, propagatedFrom])).to.deep.equal([
            [table, attachments.map(({ urn }) => urn)],
        ]);
        expect(model.attachments[0]).to.deep.include({
            kind: "vpc",
            vpc: vpcs[0]!.urn,
            subnets: [subnets[0]!.urn],
            accepted: "yes",
            associatedTable: table,
        });
        for (const [onGateway, onAttachment] of [
            [{ defaultRouteTableAssociation: "disable", defaultRouteTablePropagation: "disable" }, {}],
            [
                {},
                {
                    transitGatewayDefaultRouteTableAssociation: false,
                    transitGatewayDefaultRouteTablePropagation: false,
                },
            ],
        ]) {
            const off = hub(onGateway, onAttachment);
            const seen = modelOf(off.stack).transitGateways.get(off.gateway.urn)!;
            expect(seen.attachments.map(({ associatedTable }) => associatedTable)).to.deep.equal([
                undefined,
                undefined,
            ]);
            expect(seen.routeTables.flatMap(({ propagatedFrom }) => propagatedFrom)).to.deep.equal([]);
        }
    });

    it("has tables of its own with associations, propagations, routes and blackholes", () => {
        const { stack, gateway, attachments } = hub({
            defaultRouteTableAssociation: "disable",
            defaultRouteTablePropagation: "disable",
        });
        const table = stack.add(tableType, "spokes", { transitGatewayId: idOf(gateway) });
        const list = stack.add("aws:ec2/managedPrefixList:ManagedPrefixList", "sites", {
            entries: [{ cidr: "192.168.0.0/16" }],
        });
        const inTable = { transitGatewayRouteTableId: idOf(table) };
        const first = { transitGatewayAttachmentId: idOf(attachments[0]) };
        stack.add("aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation", "a", {
            ...inTable,
            ...first,
        });
        stack.add("aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation", "p", {
            ...inTable,
            transitGatewayAttachmentId: idOf(attachments[1]),
        });
        stack.add("aws:ec2transitgateway/route:Route", "r", {
            ...inTable,
            ...first,
            destinationCidrBlock: "10.9.0.0/16",
        });
        stack.add("aws:ec2transitgateway/route:Route", "s", {
            ...inTable,
            destinationCidrBlock: "10.8.0.0/16",
            blackhole: true,
        });
        stack.add("aws:ec2transitgateway/prefixListReference:PrefixListReference", "t", {
            ...inTable,
            ...first,
            prefixListId: idOf(list),
        });
        const { attachments: seen, routeTables } = modelOf(stack).transitGateways.get(gateway.urn)!;
        expect(seen.map(({ associatedTable }) => associatedTable)).to.deep.equal([table.urn, undefined]);
        expect(routeTables).to.have.length(1);
        expect(routeTables[0]).to.deep.include({
            key: table.urn,
            propagatedFrom: [attachments[1].urn],
            undecided: [],
        });
        expect(
            routeTables[0]!.routes.map(({ destination, attachment }) => [
                formatCidr(destination),
                attachment,
            ]),
        ).to.deep.equal([
            ["10.9.0.0/16", attachments[0].urn],
            ["10.8.0.0/16", undefined],
            ["192.168.0.0/16", attachments[0].urn],
        ]);
    });

    it("lets a table of its own become the default one", () => {
        const { stack, gateway, attachments } = hub();
        const table = stack.add(tableType, "chosen", { transitGatewayId: idOf(gateway) });
        for (const type of [
            "defaultRouteTableAssociation:DefaultRouteTableAssociation",
            "defaultRouteTablePropagation:DefaultRouteTablePropagation",
        ]) {
            stack.add(`aws:ec2transitgateway/${type}`, type, {
                transitGatewayId: idOf(gateway),
                transitGatewayRouteTableId: idOf(table),
            });
        }
        const seen = modelOf(stack).transitGateways.get(gateway.urn)!;
        expect(seen.attachments.map(({ associatedTable }) => associatedTable)).to.deep.equal([
            table.urn,
            table.urn,
        ]);
        expect(seen.routeTables.find(({ key }) => key === table.urn)!.propagatedFrom).to.deep.equal(
            attachments.map(({ urn }) => urn),
        );
    });

    it("keeps group references only where both it and the attachment support them", () => {
        const off = hub();
        const plain = modelOf(off.stack).transitGateways.get(off.gateway.urn)!;
        expect(plain.securityGroupReferencing).to.equal(false);
        expect(plain.attachments[0]!.securityGroupReferencing).to.equal(true);
        const on = hub(
            { securityGroupReferencingSupport: "enable" },
            { securityGroupReferencingSupport: "disable" },
        );
        const both = modelOf(on.stack).transitGateways.get(on.gateway.urn)!;
        expect(both.securityGroupReferencing).to.equal(true);
        expect(both.attachments[0]!.securityGroupReferencing).to.equal(false);
    });

    it("is an attachment's other end for its peer, usable once accepted, and holds VPN attachments", () => {
        const { stack, gateway } = hub();
        const far = stack.add("aws:ec2transitgateway/transitGateway:TransitGateway", "far", {});
        const link = stack.add("aws:ec2transitgateway/peeringAttachment:PeeringAttachment", "link", {
            transitGatewayId: idOf(gateway),
            peerTransitGatewayId: idOf(far),
            peerRegion: "eu-west-1",
        });
        stack.add("aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter", "yes", {
            transitGatewayAttachmentId: idOf(link),
        });
        const vpn = stack.add("aws:ec2/vpnConnection:VpnConnection", "office", {
            transitGatewayId: idOf(gateway),
            customerGatewayId: "cgw-1",
        });
        stack.add("aws:ec2/vpnConnection:VpnConnection", "other", {
            vpnGatewayId: "vgw-1",
            customerGatewayId: "cgw-1",
        });
        const { transitGateways } = modelOf(stack);
        const ends = [gateway, far].map(({ urn }) =>
            transitGateways.get(urn)!.attachments.find(({ key }) => key === link.urn),
        );
        expect(ends.map((end) => [end!.peer, end!.accepted])).to.deep.equal([
            [far.urn, "yes"],
            [gateway.urn, "yes"],
        ]);
        const kinds = transitGateways.get(gateway.urn)!.attachments.map(({ key, kind }) => [key, kind]);
        expect(kinds).to.deep.include([vpn.urn, "vpn"]).and.have.length(4);
    });

    it("of another stack is external, and its acceptance and tables stay open", () => {
        const { stack, one, subnets } = twoVpcs();
        const attachment = stack.add(attachmentType, "shared", {
            transitGatewayId: "tgw-shared",
            vpcId: idOf(one),
            subnetIds: [idOf(subnets[0]!)],
        });
        const gateway = modelOf(stack).transitGateways.get("external:transitGateway:tgw-shared")!;
        expect(gateway.external).to.equal(true);
        expect(gateway.routeTables).to.deep.equal([]);
        expect(
            gateway.attachments.map(({ key, accepted, associatedTable }) => [key, accepted, associatedTable]),
        ).to.deep.equal([[attachment.urn, "undecided", undefined]]);
    });
});
