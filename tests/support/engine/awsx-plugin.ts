import { ec2 } from "@pulumi/aws";
import { ComponentResource, output, provider } from "@pulumi/pulumi";
import type { ComponentResourceOptions, Inputs } from "@pulumi/pulumi";

/**
 * A stand-in for awsx's plugin, run as awsx's own is: in a process that makes the children of `awsx.ec2.Vpc`
 * itself. It makes the VPC and the subnets that it is told by block, which is what our layouts tell it.
 */
class Vpc extends ComponentResource {
    constructor(name: string, args: Inputs, opts: ComponentResourceOptions) {
        super("awsx:ec2:Vpc", name, args, opts);
        const parent = { parent: this };
        const vpc = new ec2.Vpc(name, { cidrBlock: args["cidrBlock"], enableDnsHostnames: true }, parent);
        const specs = args["subnetSpecs"] as readonly {
            type: string;
            name: string;
            cidrBlocks: readonly string[];
        }[];
        const idsOf = (type: string) =>
            specs
                .filter((spec) => spec.type === type)
                .flatMap((spec) =>
                    spec.cidrBlocks.map(
                        (cidrBlock, zone) =>
                            new ec2.Subnet(
                                `${name}-${spec.name}-${zone + 1}`,
                                { vpcId: vpc.id, cidrBlock, availabilityZoneId: `use1-az${zone + 1}` },
                                parent,
                            ).id,
                    ),
                );
        const [publicSubnetIds, privateSubnetIds, isolatedSubnetIds] = [
            idsOf("Public"),
            idsOf("Private"),
            idsOf("Isolated"),
        ];
        this.state = { vpcId: vpc.id, publicSubnetIds, privateSubnetIds, isolatedSubnetIds };
        this.registerOutputs(this.state);
    }

    readonly state: Inputs;
}

void provider.main(
    {
        version: "3.9.0",
        construct: async (name, type, inputs, options) => {
            if (type !== "awsx:ec2:Vpc") {
                throw new Error(`the stand-in for awsx makes no ${type}`);
            }
            // Everything of a layout is known; what is not would have to wait here.
            const args = await new Promise<Inputs>((resolve) => output(inputs).apply(resolve));
            const { urn, state } = new Vpc(name, args, options);
            return { urn, state };
        },
    },
    process.argv.slice(2),
);
