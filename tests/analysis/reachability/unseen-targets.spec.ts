import { expect } from "chai";
import { idOf, Ref, type Input, type Specimen } from "../model/specimen-stack";
import { everything, House } from "./house";

describe("what cannot be seen is unknown, never blocked", () => {
    const targets: { readonly [what: string]: (house: House) => { [property: string]: Input } } = {
        "a virtual private gateway": (house) => ({
            gatewayId: idOf(house.add("ec2/vpnGateway:VpnGateway", "vgw", { vpcId: idOf(house.vpc) })),
        }),
        "a carrier gateway": (house) => ({
            carrierGatewayId: idOf(
                house.add("ec2/carrierGateway:CarrierGateway", "cagw", { vpcId: idOf(house.vpc) }),
            ),
        }),
        "a local gateway": () => ({ localGatewayId: "lgw-1" }),
        "a core network": () => ({ coreNetworkArn: "arn:aws:networkmanager::1:core-network/core-network-1" }),
        "a firewall's endpoint of another stack": () => ({ vpcEndpointId: "vpce-firewall" }),
        "a firewall's endpoint of this stack": (house) => ({
            vpcEndpointId: new Ref(
                house.add("networkfirewall/firewall:Firewall", "firewall", { vpcId: idOf(house.vpc) }),
                "firewallStatuses",
            ),
        }),
        "a Gateway Load Balancer endpoint": (house) => ({
            vpcEndpointId: idOf(
                house.add("ec2/vpcEndpoint:VpcEndpoint", "inspection", {
                    vpcId: idOf(house.vpc),
                    vpcEndpointType: "GatewayLoadBalancer",
                    serviceName: "com.amazonaws.vpce.us-east-1.vpce-svc-1",
                    subnetIds: [idOf(house.subnets[1]!)],
                }),
            ),
        }),
        "an interface that forwards": (house) => ({
            networkInterfaceId: idOf(
                house.add("ec2/networkInterface:NetworkInterface", "router", {
                    subnetId: idOf(house.subnets[1]!),
                    securityGroups: [
                        idOf(house.group("router", { ingress: everything, egress: everything })),
                    ],
                    sourceDestCheck: false,
                }),
            ),
        }),
        "an interface of another stack": () => ({ networkInterfaceId: "eni-elsewhere" }),
        "a peering connection of another stack": () => ({ vpcPeeringConnectionId: "pcx-elsewhere" }),
        "a transit gateway of another stack": () => ({ transitGatewayId: "tgw-elsewhere" }),
    };
    for (const [what, target] of Object.entries(targets)) {
        it(`edge-unknown-route-target: ${what}`, () => {
            const house = new House();
            house.host("client", 0, house.group("open", { ingress: everything, egress: everything }));
            house.route("192.168.0.0/16", target(house));
            for (const answer of house.ask({ resource: "client" }, { ip: "192.168.7.7" })) {
                expect(answer.verdict).to.equal("unknown");
                expect(answer.codes).to.not.deep.equal([]);
                expect(answer.undecided[0]!.urn).to.not.equal("");
            }
        });
    }

    const attachments: { readonly [what: string]: (house: House, gateway: Specimen) => Specimen } = {
        "a VPN connection": (house, gateway) =>
            house.add("ec2/vpnConnection:VpnConnection", "far", {
                transitGatewayId: idOf(gateway),
                customerGatewayId: "cgw-1",
                type: "ipsec.1",
            }),
        "a Direct Connect gateway": (house, gateway) =>
            house.add("directconnect/gatewayAssociation:GatewayAssociation", "far", {
                associatedGatewayId: idOf(gateway),
                dxGatewayId: "dx-1",
            }),
        "a Connect attachment and its BGP peer": (house, gateway) => {
            const connect = house.add("ec2transitgateway/connect:Connect", "far", {
                transitGatewayId: idOf(gateway),
                transportAttachmentId: "tgw-attach-transport",
            });
            house.add("ec2transitgateway/connectPeer:ConnectPeer", "peer", {
                transitGatewayAttachmentId: idOf(connect),
                peerAddress: "10.1.2.3",
                insideCidrBlocks: ["169.254.100.0/29"],
            });
            return connect;
        },
    };
    for (const [what, attach] of Object.entries(attachments)) {
        it(`edge-unknown-transit-routes: those that ${what} propagates, even past a blackhole`, () => {
            const house = new House();
            const gateway = house.add("ec2transitgateway/transitGateway:TransitGateway", "hub", {});
            house.add("ec2transitgateway/vpcAttachment:VpcAttachment", "near", {
                transitGatewayId: idOf(gateway),
                vpcId: idOf(house.vpc),
                subnetIds: house.subnets.map(idOf),
            });
            attach(house, gateway);
            house.add("ec2transitgateway/route:Route", "hole", {
                transitGatewayRouteTableId: new Ref(gateway, "associationDefaultRouteTableId"),
                destinationCidrBlock: "192.168.0.0/16",
                blackhole: true,
            });
            house.host("client", 0, house.group("open", { ingress: everything, egress: everything }));
            house.route("192.168.0.0/16", { transitGatewayId: idOf(gateway) });
            const [before] = house.ask({ resource: "client" }, { ip: "192.168.7.7" });
            expect(before!.verdict).to.equal("unknown");
            expect(before!.codes).to.include("TGW_RTB_ROUTES_ARE_UNKNOWN");
        });
    }

    it("edge-unknown-propagation: routes that a virtual private gateway propagates", () => {
        const house = new House();
        const gateway = house.add("ec2/vpnGateway:VpnGateway", "vgw", { vpcId: idOf(house.vpc) });
        house.add("ec2/vpnGatewayRoutePropagation:VpnGatewayRoutePropagation", "learned", {
            vpnGatewayId: idOf(gateway),
            routeTableId: idOf(house.table),
        });
        house.host("client", 0, house.group("open", { ingress: everything, egress: everything }));
        for (const { verdict } of house.ask({ resource: "client" }, { ip: "192.168.7.7" })) {
            expect(verdict).to.equal("unknown");
        }
        for (const { verdict } of house.ask({ ip: "192.168.7.7" }, { resource: "client" })) {
            expect(verdict).to.equal("unknown");
        }
    });

    it("edge-unknown-preserved-client: a route past the VPC's own, under packets that keep their client's address", () => {
        const house = new House();
        const open = house.group("open", { ingress: everything, egress: everything });
        const server = house.host("server", 1, open);
        house.host("client", 0, open);
        const locked = house.group("locked");
        const firewall = house.add("ec2/networkInterface:NetworkInterface", "firewall", {
            subnetId: idOf(house.subnets[0]!),
            securityGroups: [idOf(locked)],
        });
        house.route("10.0.1.0/24", { networkInterfaceId: idOf(firewall) });
        const balancer = house.add("lb/loadBalancer:LoadBalancer", "balancer", {
            loadBalancerType: "network",
            internal: true,
            subnets: [idOf(house.subnets[0]!)],
            securityGroups: [idOf(open)],
        });
        for (const [port, preserveClientIp] of [
            [443, true],
            [444, false],
        ] as const) {
            const group = house.add("lb/targetGroup:TargetGroup", `targets-${port}`, {
                port: 443,
                protocol: "TCP",
                vpcId: idOf(house.vpc),
                preserveClientIp,
            });
            house.add("lb/targetGroupAttachment:TargetGroupAttachment", `target-${port}`, {
                targetGroupArn: idOf(group),
                targetId: idOf(server),
            });
            house.add("lb/listener:Listener", `listener-${port}`, {
                loadBalancerArn: idOf(balancer),
                port,
                protocol: "TCP",
                defaultActions: [{ type: "forward", targetGroupArn: idOf(group) }],
            });
        }
        const through = (port: number): string[] =>
            house
                .ask({ resource: "client" }, { resource: "server" }, port, { via: "balancer" })
                .map(({ verdict }) => verdict);
        expect(through(443), "kept").to.deep.equal(["unknown", "unknown"]);
        expect(through(444), "not kept").to.deep.equal(["blocked", "blocked"]);
    });

    it("edge-unknown-nat64: addresses that a NAT gateway translates to IPv4", () => {
        const house = new House();
        const nat = house.add("ec2/natGateway:NatGateway", "nat", { subnetId: idOf(house.subnets[1]!) });
        const group = house.group("open", {
            egress: [{ protocol: "-1", fromPort: 0, toPort: 0, ipv6CidrBlocks: ["::/0"] }],
        });
        house.add("ec2/instance:Instance", "client", {
            subnetId: idOf(house.subnets[0]!),
            vpcSecurityGroupIds: [idOf(group)],
            ipv6AddressCount: 1,
        });
        house.add("ec2/route:Route", "nat64", {
            routeTableId: idOf(house.table),
            destinationIpv6CidrBlock: "64:ff9b::/96",
            natGatewayId: idOf(nat),
        });
        house.add("ec2/defaultNetworkAcl:DefaultNetworkAcl", "acl", {
            defaultNetworkAclId: new Ref(house.vpc, "defaultNetworkAclId"),
            ...Object.fromEntries(
                ["ingress", "egress"].map((way) => [
                    way,
                    [
                        {
                            ruleNo: 1,
                            protocol: "-1",
                            action: "allow",
                            ipv6CidrBlock: "::/0",
                            fromPort: 0,
                            toPort: 0,
                        },
                    ],
                ]),
            ),
        });
        const ends = [{ resource: "client", address: "ipv6" }, { internet: "64:ff9b::808:808" }] as const;
        for (const { verdict } of house.ask(...ends)) {
            expect(verdict).to.equal("unknown");
        }
    });
});
