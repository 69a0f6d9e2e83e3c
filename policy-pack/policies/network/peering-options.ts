import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { violates, type Faults } from "../../fault";
import { at, faultUnless, flag, isSet } from "../../reading";
import { perResourceAndStack, rule } from "../../rule";
import { wholeNumber } from "../../settings";

const peeringType = "aws:ec2/vpcPeeringConnection:VpcPeeringConnection";
const optionTypes = [
    "aws:ec2/peeringConnectionOptions:PeeringConnectionOptions",
    "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter",
];

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
                .flatMap((peering): Faults => [
                    ...acceptsForOthers(peering),
                    ...(saysHowNamesResolve(peering) ||
                    optionTypes.some((type) =>
                        stack
                            .referrers(peering, type, "vpcPeeringConnectionId")
                            .some((options) => saysHowNamesResolve(options)),
                    )
                        ? []
                        : [violates(at(peering, "requester.allowRemoteVpcDnsResolution"), "is not set")]),
                ]),
            ...[...stack.model.vpcs.values()].flatMap((vpc) => {
                const count = [...stack.model.peeringConnections.values()].filter(
                    ({ requester, accepter }) => requester === vpc.key || accepter === vpc.key,
                ).length;
                return !vpc.external && count > mostPeerings
                    ? [
                          violates(
                              vpc.record,
                              `has ${count} peerings; more than ${mostPeerings} need a transit gateway`,
                          ),
                      ]
                    : [];
            }),
        ],
    ),
);

function acceptsForOthers(peering: ResourceRecord): Faults {
    return isSet(peering, "peerOwnerId")
        ? faultUnless(
              flag(peering, "autoAccept", false),
              (accepts) => !accepts,
              "accepts for another account",
          )
        : [];
}

const saysHowNamesResolve = (record: ResourceRecord): boolean =>
    ["requester", "accepter"].some((side) => isSet(record, `${side}.allowRemoteVpcDnsResolution`));
