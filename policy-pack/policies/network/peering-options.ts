import { acceptsForOthers, meshes, saysNothingOfNames } from "../../network/peering-faults";
import { perResourceAndStack, rule } from "../../rule";
import { wholeNumber } from "../../settings";

const peeringType = "aws:ec2/vpcPeeringConnection:VpcPeeringConnection";
export const peeringOptions = rule(
    {
        id: "peering-options",
        title: "Peerings are accepted knowingly, say how names resolve, and stay few",
        severity: "medium",
        checklist: ["network-1"],
        why: "A peering joins two networks for good; many of them make a mesh that nobody oversees.",
        fix: "Accept peers of other accounts explicitly, set `allowRemoteVpcDnsResolution`, use a transit gateway.",
        docs: "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html",
        config: {
            mostPeerings: wholeNumber(
                "How many peerings a VPC may have before a transit gateway is due",
                2,
                1,
            ),
        },
    },
    perResourceAndStack(
        [peeringType],
        (peering) => acceptsForOthers(peering),
        (stack, { mostPeerings }) => [
            ...stack
                .ofType(peeringType)
                .flatMap((peering) => [...acceptsForOthers(peering), ...saysNothingOfNames(stack, peering)]),
            ...meshes(stack.model, mostPeerings),
        ],
    ),
);
