import * as ec2 from "@pulumi/aws/ec2";
import * as tgw from "@pulumi/aws/ec2transitgateway";
import * as pulumi from "@pulumi/pulumi";

/** Arguments of TransitGatewaySpoke. */
export interface TransitGatewaySpokeArgs {
    /** The hub. */
    transitGatewayId: pulumi.Input<string>;
    /** The VPC to attach. */
    vpcId: pulumi.Input<string>;
    /**
     * One subnet a zone, by zone letter: packets enter the hub only from zones that have one. Small
     * subnets of their own keep their NACL out of the way.
     */
    subnetIds: Record<string, pulumi.Input<string>>;
    /** The hub's route table that this VPC's packets are looked up in. */
    routeTableId: pulumi.Input<string>;
    /** The hub's route tables that learn this VPC's blocks, by a key of your own. */
    reachableFrom: Record<string, pulumi.Input<string>>;
    /** The VPC's route tables that get routes to the hub, by a key of your own: those of tiers that ask. */
    vpcRouteTableIds: Record<string, pulumi.Input<string>>;
    /** Blocks to route to the hub. */
    destinations: string[];
    /** Whether this VPC's groups may be referenced from others. Defaults to true. */
    securityGroupReferencing?: boolean;
    /** Whether another account owns the hub and has to accept. Defaults to false. */
    acceptedElsewhere?: boolean;
    /** Tags of the attachment. */
    tags?: Record<string, string>;
}

/**
 * A VPC's place at a transit gateway: which table it follows, who learns its blocks, and which of its
 * own tiers may use the hub at all.
 *
 * Creates the attachment, its association and propagations, and a route for each table and block, which
 * wait until the attachment is there. Costs $0.05 an hour and $0.02 per GB.
 */
export class TransitGatewaySpoke extends pulumi.ComponentResource {
    /** Id of the attachment. */
    public readonly attachmentId: pulumi.Output<string>;

    constructor(name: string, args: TransitGatewaySpokeArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:TransitGatewaySpoke", name, args, opts);
        const attachment = new tgw.VpcAttachment(
            `${name}-attachment`,
            {
                transitGatewayId: args.transitGatewayId,
                vpcId: args.vpcId,
                subnetIds: Object.values(args.subnetIds),
                dnsSupport: "enable",
                securityGroupReferencingSupport:
                    (args.securityGroupReferencing ?? true) ? "enable" : "disable",
                // Only the hub's owner may say this, and AWS refuses it from anybody else.
                ...(args.acceptedElsewhere === true
                    ? {}
                    : {
                          transitGatewayDefaultRouteTableAssociation: false,
                          transitGatewayDefaultRouteTablePropagation: false,
                      }),
                tags: { ...args.tags, Name: name },
            },
            { parent: this },
        );
        const association = new tgw.RouteTableAssociation(
            `${name}-association`,
            { transitGatewayAttachmentId: attachment.id, transitGatewayRouteTableId: args.routeTableId },
            { parent: this },
        );
        for (const [key, transitGatewayRouteTableId] of Object.entries(args.reachableFrom)) {
            new tgw.RouteTablePropagation(
                `${name}-in-${key}`,
                { transitGatewayAttachmentId: attachment.id, transitGatewayRouteTableId },
                { parent: this },
            );
        }
        for (const [key, routeTableId] of Object.entries(args.vpcRouteTableIds)) {
            for (const destinationCidrBlock of args.destinations) {
                new ec2.Route(
                    `${name}-${key}-to-${destinationCidrBlock.replace("/", "-")}`,
                    { routeTableId, destinationCidrBlock, transitGatewayId: args.transitGatewayId },
                    // AWS refuses a route to a gateway that the VPC is not attached to.
                    { parent: this, dependsOn: [attachment, association] },
                );
            }
        }
        this.attachmentId = attachment.id;
        this.registerOutputs({ attachmentId: this.attachmentId });
    }
}
