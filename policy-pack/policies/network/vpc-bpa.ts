import { violates, type Faults } from "../../fault";
import { routedAccess } from "../../network/routing";
import { managedSubnets } from "../../network/subnet-roles";
import { faultUnless, text } from "../../reading";
import { perStack, rule } from "../../rule";
import { toggle } from "../../settings";

const optionsType = "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions";

export const vpcBpa = rule(
    {
        id: "vpc-bpa",
        title: "VPC Block Public Access is on where no VPC needs the internet",
        severity: "medium",
        checklist: ["network-1", "network-5"],
        why: "It holds for the whole region, whatever any route table or security group says.",
        fix: 'Add `aws.ec2.VpcBlockPublicAccessOptions` with mode "block-bidirectional" or "block-ingress".',
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html",
        config: {
            managedElsewhere: toggle("Whether another stack of the account sets it", false),
        },
    },
    perStack((stack, { managedElsewhere }): Faults => {
        const options = stack.ofType(optionsType);
        const off = options.flatMap((record) =>
            faultUnless(
                text(record, "internetGatewayBlockMode", "off"),
                (mode) => mode !== "off",
                "is off, so that nothing is blocked",
            ),
        );
        if (managedElsewhere || options.length > 0) {
            return off;
        }
        const closed = [...stack.model.vpcs.values()].filter(
            (vpc) =>
                !vpc.external &&
                managedSubnets(stack.model).some((subnet) => subnet.vpc === vpc.key) &&
                !managedSubnets(stack.model).some(
                    (subnet) => subnet.vpc === vpc.key && routedAccess(subnet, stack.model) === "public",
                ),
        );
        return closed.map((vpc) =>
            violates(vpc.record, "has no public subnet, and nothing keeps somebody from adding one"),
        );
    }),
);
