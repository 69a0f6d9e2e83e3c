import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as tgw from "@pulumi/aws/ec2transitgateway";
import * as ram from "@pulumi/aws/ram";
import * as pulumi from "@pulumi/pulumi";
import { refuse } from "./planning/bad-arguments";
import { transitGatewayProblems } from "./planning/transit-gateway-plan";

/** A site that connects by VPN. */
export interface VpnSiteArgs {
    /** Public address of the site's router. */
    address: string;
    /** The router's BGP number. Defaults to 65000. */
    asn?: number;
    /** Blocks behind the router; routed statically. */
    cidrs: string[];
    /** The route table of the hub that the site's packets are looked up in. */
    routeTable: string;
    /** Route tables of the hub that get routes to the site. */
    reachableFrom: string[];
}

/** Arguments of TransitGateway. */
export interface TransitGatewayArgs {
    /** Names of its route tables: one for each kind of member, for example `workloads` and `shared`. */
    routeTables: string[];
    /** Sites that connect by VPN, by a key of your own. Defaults to none. */
    vpnSites?: Record<string, VpnSiteArgs>;
    /** Whether groups of one attached VPC may be referenced from another. Defaults to true. */
    securityGroupReferencing?: boolean;
    /** Accounts or organisational units (ARNs) that may attach. Defaults to none. */
    shareWith?: string[];
    /** The gateway's own BGP number. Defaults to 64512. */
    amazonSideAsn?: number;
    /** Key for the tunnels' logs; needed with a VPN site. */
    logsKmsKeyArn?: pulumi.Input<string>;
    /** Tags of everything that takes them. */
    tags?: Record<string, string>;
}

/**
 * The hub for three VPCs or more, and for on-premises networks. Nothing attached to it reaches anything
 * until a spoke says which table it follows and which tables know it.
 *
 * Creates the gateway without default association or propagation and without automatic acceptance, its
 * route tables, a VPN connection a site (IKEv2 only, logged tunnels, keys kept in Secrets Manager and
 * out of state), and its share. Costs $0.05 an hour for each attachment and $0.02 per GB, a VPN $0.05 an
 * hour.
 * Throws a BadArgumentsError for a site whose tables do not exist.
 */
export class TransitGateway extends pulumi.ComponentResource {
    /** Id of the gateway. */
    public readonly transitGatewayId: pulumi.Output<string>;
    /** Id of each route table. */
    public readonly routeTableIds: Record<string, pulumi.Output<string>>;

    constructor(name: string, args: TransitGatewayArgs, opts?: pulumi.ComponentResourceOptions) {
        refuse(`TransitGateway "${name}"`, transitGatewayProblems(args));
        super("palisade:index:TransitGateway", name, args, opts);
        const gateway = new tgw.TransitGateway(
            `${name}-gateway`,
            {
                description: "Hub of this environment's networks",
                amazonSideAsn: args.amazonSideAsn ?? 64512,
                autoAcceptSharedAttachments: "disable",
                defaultRouteTableAssociation: "disable",
                defaultRouteTablePropagation: "disable",
                dnsSupport: "enable",
                vpnEcmpSupport: "enable",
                securityGroupReferencingSupport:
                    (args.securityGroupReferencing ?? true) ? "enable" : "disable",
                tags: { ...args.tags, Name: name },
            },
            { parent: this },
        );
        const tables = routeTables(name, args, gateway, this);
        for (const [key, site] of Object.entries(args.vpnSites ?? {})) {
            connectSite(`${name}-${key}`, site, args, gateway, tables, this);
        }
        share(name, args, gateway, this);
        this.transitGatewayId = gateway.id;
        this.routeTableIds = Object.fromEntries(
            Object.entries(tables).map(([key, table]) => [key, table.id]),
        );
        this.registerOutputs({ transitGatewayId: this.transitGatewayId, routeTableIds: this.routeTableIds });
    }
}

const routeTables = (
    name: string,
    args: TransitGatewayArgs,
    gateway: tgw.TransitGateway,
    parent: pulumi.Resource,
): Record<string, tgw.RouteTable> =>
    Object.fromEntries(
        args.routeTables.map((key) => [
            key,
            new tgw.RouteTable(
                `${name}-${key}`,
                { transitGatewayId: gateway.id, tags: { ...args.tags, Name: `${name}-${key}` } },
                { parent },
            ),
        ]),
    );

function connectSite(
    name: string,
    site: VpnSiteArgs,
    args: TransitGatewayArgs,
    gateway: tgw.TransitGateway,
    tables: Record<string, tgw.RouteTable>,
    parent: pulumi.Resource,
): void {
    const router = new ec2.CustomerGateway(
        `${name}-router`,
        {
            type: "ipsec.1",
            ipAddress: site.address,
            bgpAsn: String(site.asn ?? 65000),
            tags: { ...args.tags, Name: name },
        },
        { parent },
    );
    const logGroup = new cloudwatch.LogGroup(
        `${name}-tunnels`,
        {
            name: `/palisade/${name}/tunnels`,
            retentionInDays: 365,
            kmsKeyId: args.logsKmsKeyArn,
            tags: args.tags,
        },
        { parent },
    );
    const logged = {
        cloudwatchLogOptions: { logEnabled: true, logGroupArn: logGroup.arn, logOutputFormat: "json" },
    };
    const vpn = new ec2.VpnConnection(
        `${name}-vpn`,
        {
            type: "ipsec.1",
            customerGatewayId: router.id,
            transitGatewayId: gateway.id,
            staticRoutesOnly: true,
            presharedKeyStorage: "SecretsManager",
            tunnel1IkeVersions: ["ikev2"],
            tunnel2IkeVersions: ["ikev2"],
            tunnel1LogOptions: logged,
            tunnel2LogOptions: logged,
            tags: { ...args.tags, Name: name },
        },
        { parent },
    );
    const association = new tgw.RouteTableAssociation(
        `${name}-association`,
        {
            transitGatewayAttachmentId: vpn.transitGatewayAttachmentId,
            transitGatewayRouteTableId: tables[site.routeTable]!.id,
        },
        { parent },
    );
    for (const table of site.reachableFrom) {
        for (const destinationCidrBlock of site.cidrs) {
            new tgw.Route(
                `${name}-from-${table}-to-${destinationCidrBlock.replace("/", "-")}`,
                {
                    destinationCidrBlock,
                    transitGatewayAttachmentId: vpn.transitGatewayAttachmentId,
                    transitGatewayRouteTableId: tables[table]!.id,
                },
                { parent, dependsOn: association },
            );
        }
    }
}

function share(
    name: string,
    args: TransitGatewayArgs,
    gateway: tgw.TransitGateway,
    parent: pulumi.Resource,
): void {
    if (args.shareWith === undefined || args.shareWith.length === 0) {
        return;
    }
    const resourceShare = new ram.ResourceShare(
        `${name}-share`,
        { allowExternalPrincipals: false, tags: { ...args.tags, Name: name } },
        { parent },
    );
    new ram.ResourceAssociation(
        `${name}-share`,
        { resourceShareArn: resourceShare.arn, resourceArn: gateway.arn },
        { parent },
    );
    for (const principal of args.shareWith) {
        new ram.PrincipalAssociation(
            `${name}-share-${principal.split("/").pop()}`,
            { resourceShareArn: resourceShare.arn, principal },
            { parent },
        );
    }
}
