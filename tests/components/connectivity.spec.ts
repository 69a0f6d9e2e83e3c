import { expect } from "chai";
import { DnsProtection } from "../../components/dns-protection";
import type { BadArgumentsError } from "../../components/planning/bad-arguments";
import { TransitGateway, type TransitGatewayArgs } from "../../components/transit-gateway";
import { TransitGatewaySpoke } from "../../components/transit-gateway-spoke";
import { PeeringAcceptance, VpcPeering, type VpcPeeringArgs } from "../../components/vpc-peering";
import { registered } from "../support/policy-documents";
import { inputsOf, namesOf, record } from "../support/recorded";

const peering: VpcPeeringArgs = {
    vpcId: "vpc-1",
    cidrs: ["10.0.0.0/16"],
    routeTableIds: { "app-a": "rtb-app-a", "app-b": "rtb-app-b" },
    peerVpcId: "vpc-2",
    peerCidrs: ["10.1.0.0/16"],
    peerRouteTableIds: { shared: "rtb-shared" },
};

const recordPeering = (more: Partial<VpcPeeringArgs> = {}) =>
    record(() => new VpcPeering("prod-to-shared", { ...peering, ...more }));

const routeType = "aws:ec2/route:Route";

async function refusalOf(make: () => unknown) {
    let error: unknown;
    const { resources } = await record(() => {
        try {
            make();
        } catch (thrown) {
            error = thrown;
        }
    });
    expect(resources).to.deep.equal([]);
    return (error as BadArgumentsError).problems.map(({ path }) => path);
}

describe("VpcPeering", () => {
    it("connects both sides and routes only from the tables that ask", async () => {
        const { resources } = await recordPeering();
        expect(registered(resources)).to.deep.equal([
            "aws.ec2.PeeringConnectionOptions prod-to-shared-accepter-options",
            "aws.ec2.PeeringConnectionOptions prod-to-shared-requester-options",
            "aws.ec2.Route prod-to-shared-accepter-shared-to-10.0.0.0-16",
            "aws.ec2.Route prod-to-shared-requester-app-a-to-10.1.0.0-16",
            "aws.ec2.Route prod-to-shared-requester-app-b-to-10.1.0.0-16",
            "aws.ec2.VpcPeeringConnection prod-to-shared-connection",
            "aws.ec2.VpcPeeringConnectionAccepter prod-to-shared-acceptance",
            "palisade:index:VpcPeering prod-to-shared",
        ]);
    });

    it("accepts, sets options and routes back in the peer's own region", async () => {
        const { resources } = await recordPeering({ peerRegion: "eu-west-1" });
        const back = inputsOf(resources, routeType, "prod-to-shared-accepter-shared-to-10.0.0.0-16");
        const accepter = inputsOf(
            resources,
            "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter",
            "prod-to-shared-acceptance",
        );
        expect([back["region"], accepter["region"]]).to.deep.equal(["eu-west-1", "eu-west-1"]);
        const out = inputsOf(resources, routeType, "prod-to-shared-requester-app-a-to-10.1.0.0-16");
        expect(out).to.not.have.property("region");
    });

    it("makes no route while another account has not accepted, and only its own once it has", async () => {
        const awaited = await recordPeering({
            acceptance: PeeringAcceptance.Awaited,
            peerAccountId: "210987654321",
        });
        expect(namesOf(awaited.resources, routeType)).to.deep.equal([]);
        const accepted = await recordPeering({
            acceptance: PeeringAcceptance.Elsewhere,
            peerAccountId: "210987654321",
        });
        expect(namesOf(accepted.resources, routeType)).to.have.length(2);
        expect(namesOf(accepted.resources, routeType).join()).to.not.contain("accepter");
    });

    it("refuses overlapping blocks", async () => {
        const paths = await refusalOf(
            () => new VpcPeering("bad", { ...peering, peerCidrs: ["10.0.128.0/17"] }),
        );
        expect(paths).to.deep.equal(["peerCidrs"]);
    });

    it("refuses blocks that are none, all at once", async () => {
        const paths = await refusalOf(
            () => new VpcPeering("bad", { ...peering, cidrs: ["10.0.0.1/16"], peerCidrs: ["shared"] }),
        );
        expect(paths).to.deep.equal(["cidrs[0]", "peerCidrs[0]"]);
    });
});

const hub: TransitGatewayArgs = {
    routeTables: ["networks", "sites"],
    vpnSites: {
        "on-prem": {
            address: "203.0.113.10",
            cidrs: ["192.168.0.0/16"],
            routeTable: "sites",
            reachableFrom: ["networks"],
        },
    },
    logsKmsKeyArn: "arn:logs-key",
};

describe("TransitGateway", () => {
    it("connects nothing by default, and accepts nobody by itself", async () => {
        const { resources } = await record(() => new TransitGateway("hub", hub));
        expect(
            inputsOf(resources, "aws:ec2transitgateway/transitGateway:TransitGateway", "hub-gateway"),
        ).to.include({
            autoAcceptSharedAttachments: "disable",
            defaultRouteTableAssociation: "disable",
            defaultRouteTablePropagation: "disable",
            securityGroupReferencingSupport: "enable",
        });
    });

    it("routes to a site only from the tables that may reach it", async () => {
        const { resources } = await record(() => new TransitGateway("hub", hub));
        expect(namesOf(resources, "aws:ec2transitgateway/route:Route")).to.deep.equal([
            "hub-on-prem-from-networks-to-192.168.0.0-16",
        ]);
    });

    it("keeps a VPN's keys out of state, its tunnels logged and on IKEv2", async () => {
        const { resources } = await record(() => new TransitGateway("hub", hub));
        const vpn = inputsOf(resources, "aws:ec2/vpnConnection:VpnConnection", "hub-on-prem-vpn");
        expect(vpn).to.include({ presharedKeyStorage: "SecretsManager", staticRoutesOnly: true });
        expect(vpn["tunnel1IkeVersions"]).to.deep.equal(["ikev2"]);
        expect(vpn).to.have.any.keys("tunnel1LogOptions", "tunnel2LogOptions");
    });

    it("shares with nobody outside the organisation", async () => {
        const { resources } = await record(
            () => new TransitGateway("hub", { routeTables: ["networks"], shareWith: ["210987654321"] }),
        );
        expect(inputsOf(resources, "aws:ram/resourceShare:ResourceShare", "hub-share")).to.include({
            allowExternalPrincipals: false,
        });
        expect(namesOf(resources, "aws:ram/principalAssociation:PrincipalAssociation")).to.deep.equal([
            "hub-share-210987654321",
        ]);
    });

    it("refuses tables that do not exist, sites without blocks' sense, and tunnels without a log key", async () => {
        const paths = await refusalOf(
            () =>
                new TransitGateway("hub", {
                    routeTables: ["networks", "networks"],
                    vpnSites: {
                        lab: {
                            address: "203.0.113.9",
                            cidrs: ["192.168.1.1/16"],
                            routeTable: "labs",
                            reachableFrom: ["networks", "others"],
                        },
                    },
                }),
        );
        expect(paths).to.deep.equal([
            "routeTables",
            "vpnSites.lab.routeTable",
            "vpnSites.lab.reachableFrom",
            "vpnSites.lab.cidrs[0]",
            "logsKmsKeyArn",
        ]);
    });
});

describe("TransitGatewaySpoke", () => {
    it("follows one table, is learned by the named ones, and routes only from the tiers that ask", async () => {
        const { resources } = await record(
            () =>
                new TransitGatewaySpoke("spoke", {
                    transitGatewayId: "tgw-1",
                    vpcId: "vpc-1",
                    subnetIds: { a: "subnet-a" },
                    routeTableId: "tgw-rtb-networks",
                    reachableFrom: { sites: "tgw-rtb-sites" },
                    vpcRouteTableIds: { "app-a": "rtb-app-a" },
                    destinations: ["192.168.0.0/16"],
                }),
        );
        expect(registered(resources)).to.deep.equal([
            "aws.ec2.Route spoke-app-a-to-192.168.0.0-16",
            "aws.ec2transitgateway.RouteTableAssociation spoke-association",
            "aws.ec2transitgateway.RouteTablePropagation spoke-in-sites",
            "aws.ec2transitgateway.VpcAttachment spoke-attachment",
            "palisade:index:TransitGatewaySpoke spoke",
        ]);
        expect(
            inputsOf(resources, "aws:ec2transitgateway/vpcAttachment:VpcAttachment", "spoke-attachment"),
        ).to.include({
            transitGatewayDefaultRouteTableAssociation: false,
            transitGatewayDefaultRouteTablePropagation: false,
        });
    });
});

describe("DnsProtection", () => {
    it("logs every question, and answers the blocked ones with nothing", async () => {
        const { resources } = await record(
            () =>
                new DnsProtection("dns", {
                    vpcId: "vpc-1",
                    logsKmsKeyArn: "arn:logs-key",
                    blockedDomains: ["*.evil.example"],
                }),
        );
        expect(registered(resources)).to.include.members([
            "aws.cloudwatch.LogGroup dns-queries",
            "aws.route53.ResolverQueryLogConfigAssociation dns-queries",
            "aws.route53.ResolverFirewallRuleGroupAssociation dns-rules",
        ]);
        expect(
            inputsOf(resources, "aws:route53/resolverFirewallRule:ResolverFirewallRule", "dns-block"),
        ).to.include({ action: "BLOCK", blockResponse: "NXDOMAIN" });
    });

    it("has no firewall where nothing is blocked", async () => {
        const { resources } = await record(
            () => new DnsProtection("dns", { vpcId: "vpc-1", logsKmsKeyArn: "arn:logs-key" }),
        );
        expect(registered(resources).join()).to.not.contain("Firewall");
    });
});
