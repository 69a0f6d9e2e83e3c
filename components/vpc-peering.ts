import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { refuse } from "./planning/bad-arguments";
import { peeringProblems } from "./planning/peering-plan";

/** Who accepts a peering connection. */
export const PeeringAcceptance = {
    /** This stack does: both VPCs are in its account, in whichever regions. */
    Here: "here",
    /** Another account does, and has not yet: no routes until it has. */
    Awaited: "awaited",
    /** Another account does, and has: routes and DNS options follow. */
    Elsewhere: "elsewhere",
} as const;
export type PeeringAcceptance = (typeof PeeringAcceptance)[keyof typeof PeeringAcceptance];

/** Arguments of VpcPeering. */
export interface VpcPeeringArgs {
    /** The VPC that asks. */
    vpcId: pulumi.Input<string>;
    /** Its blocks that the peer may route to. */
    cidrs: string[];
    /** Its route tables that get a route to the peer, by a key of your own: those of tiers that ask. */
    routeTableIds: Record<string, pulumi.Input<string>>;
    /** The VPC that is asked. */
    peerVpcId: pulumi.Input<string>;
    /** The peer's blocks to route to. */
    peerCidrs: string[];
    /** The peer's route tables that get a route back, by a key of your own; only when accepted here. */
    peerRouteTableIds?: Record<string, pulumi.Input<string>>;
    /** The peer's account. Defaults to this one. */
    peerAccountId?: string;
    /** The peer's region. Defaults to this one. */
    peerRegion?: string;
    /** Who accepts. Defaults to `here`. */
    acceptance?: PeeringAcceptance;
    /** Whether each side resolves the other's host names to private addresses. Defaults to true. */
    dnsResolution?: boolean;
    /** Tags of the connection. */
    tags?: Record<string, string>;
}

/**
 * A direct connection of two VPCs, with routes for the tiers that ask and for no others.
 *
 * Creates the connection, its acceptance, DNS options on each side this stack manages, and a route for
 * each table and block. Free but for traffic between zones ($0.01 per GB each way).
 * Peering is never transitive: neither side reaches what the other is connected to.
 * Throws a BadArgumentsError for blocks that overlap.
 */
export class VpcPeering extends pulumi.ComponentResource {
    /** Id of the connection, once it is accepted where this stack accepts it. */
    public readonly connectionId: pulumi.Output<string>;

    constructor(name: string, args: VpcPeeringArgs, opts?: pulumi.ComponentResourceOptions) {
        refuse(`VpcPeering "${name}"`, peeringProblems(args));
        super("palisade:index:VpcPeering", name, args, opts);
        const connection = request(name, args, this);
        const acceptance = args.acceptance ?? PeeringAcceptance.Here;
        // What routes and options wait for: until a connection is accepted they do not work, and setting
        // options fails.
        const accepted =
            acceptance === PeeringAcceptance.Here ? accept(name, args, connection, this) : connection;
        const own: PeeringSide = { role: "requester", tables: args.routeTableIds, towards: args.peerCidrs };
        const peer: PeeringSide = {
            role: "accepter",
            tables: args.peerRouteTableIds ?? {},
            towards: args.cidrs,
            region: args.peerRegion,
        };
        const sides = { here: [own, peer], elsewhere: [own], awaited: [] }[acceptance];
        for (const side of sides) {
            connectSide(name, args, side, connection, accepted, this);
        }
        this.connectionId = accepted.id;
        this.registerOutputs({ connectionId: this.connectionId });
    }
}

interface PeeringSide {
    readonly role: "requester" | "accepter";
    readonly tables: Record<string, pulumi.Input<string>>;
    readonly towards: readonly string[];
    readonly region?: string;
}

const request = (name: string, args: VpcPeeringArgs, parent: pulumi.Resource): ec2.VpcPeeringConnection =>
    new ec2.VpcPeeringConnection(
        `${name}-connection`,
        {
            vpcId: args.vpcId,
            peerVpcId: args.peerVpcId,
            ...(args.peerAccountId === undefined ? {} : { peerOwnerId: args.peerAccountId }),
            ...(args.peerRegion === undefined ? {} : { peerRegion: args.peerRegion }),
            autoAccept: false,
            tags: { ...args.tags, Name: name },
        },
        { parent },
    );

const accept = (
    name: string,
    args: VpcPeeringArgs,
    connection: ec2.VpcPeeringConnection,
    parent: pulumi.Resource,
): ec2.VpcPeeringConnectionAccepter =>
    new ec2.VpcPeeringConnectionAccepter(
        `${name}-acceptance`,
        {
            vpcPeeringConnectionId: connection.id,
            autoAccept: true,
            ...(args.peerRegion === undefined ? {} : { region: args.peerRegion }),
            tags: { ...args.tags, Name: name },
        },
        { parent },
    );

function connectSide(
    name: string,
    args: VpcPeeringArgs,
    side: PeeringSide,
    connection: ec2.VpcPeeringConnection,
    accepted: pulumi.Resource,
    parent: pulumi.Resource,
): void {
    const where = side.region === undefined ? {} : { region: side.region };
    const opts = { parent, dependsOn: accepted };
    new ec2.PeeringConnectionOptions(
        `${name}-${side.role}-options`,
        {
            vpcPeeringConnectionId: connection.id,
            [side.role]: { allowRemoteVpcDnsResolution: args.dnsResolution ?? true },
            ...where,
        },
        opts,
    );
    for (const [key, routeTableId] of Object.entries(side.tables)) {
        for (const destinationCidrBlock of side.towards) {
            new ec2.Route(
                `${name}-${side.role}-${key}-to-${destinationCidrBlock.replace("/", "-")}`,
                { routeTableId, destinationCidrBlock, vpcPeeringConnectionId: connection.id, ...where },
                opts,
            );
        }
    }
}
