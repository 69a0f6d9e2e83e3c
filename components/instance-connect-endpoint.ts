import * as tgw from "@pulumi/aws/ec2transitgateway";
import * as pulumi from "@pulumi/pulumi";

/** Arguments of InstanceConnectEndpoint. */
export interface InstanceConnectEndpointArgs {
    /** The subnet it sits in; one endpoint serves the whole VPC. */
    subnetId: pulumi.Input<string>;
    /** Its security group; the flow table lets it out to the instances' SSH port. */
    securityGroupId: pulumi.Input<string>;
    /** Tags of the endpoint. */
    tags?: Record<string, string>;
}

/**
 * SSH without a bastion and without a public address: EC2 Instance Connect tunnels from AWS's API to an
 * instance's private address, and IAM decides who may.
 *
 * Creates one endpoint, which does not keep client addresses, so that instances admit its group and
 * nothing else. Free. A VPC has at most one.
 */
export class InstanceConnectEndpoint extends pulumi.ComponentResource {
    /** Id of the endpoint. */
    public readonly endpointId: pulumi.Output<string>;

    constructor(name: string, args: InstanceConnectEndpointArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:InstanceConnectEndpoint", name, args, opts);
        const endpoint = new tgw.InstanceConnectEndpoint(
            `${name}-endpoint`,
            {
                subnetId: args.subnetId,
                securityGroupIds: [args.securityGroupId],
                preserveClientIp: false,
                tags: { ...args.tags, Name: name },
            },
            { parent: this },
        );
        this.endpointId = endpoint.id;
        this.registerOutputs({ endpointId: this.endpointId });
    }
}
