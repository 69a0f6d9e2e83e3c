import { addressesOf, isAddressSubset, unionAddresses, type AddressSet } from "../../packets/address-set";
import type { Answer } from "./answer";
import { unknownAnswer } from "./answer-forms";
import type { NetworkIndex } from "./network-index";

/** Metadata, time, the resolver and credentials, which each interface finds on its own link. */
const onEachLink = addressesOf("169.254.0.0/16", "fd00:ec2::/32");

/** The resolver also answers at the third address of each IPv4 block of a VPC. */
const resolvers = ({ model }: NetworkIndex): AddressSet => ({
    ipv4: [...model.vpcs.values()]
        .flatMap(({ cidrs }) => cidrs.filter(({ family }) => family === "ipv4"))
        .map(({ base }) => ({ first: base + 2n, last: base + 2n })),
    ipv6: [],
});

/**
 * What is for AWS's own services beside each interface passes no route, security group or network ACL,
 * so nothing here proves it blocked; whether they answer is a matter of settings. Undefined for all else.
 */
export function answerOfOwnServices(index: NetworkIndex, addresses: AddressSet): Answer | undefined {
    const own = [resolvers(index), onEachLink].reduce(unionAddresses);
    return isAddressSubset(addresses, own)
        ? unknownAnswer(
              "UNKNOWN_DESTINATION",
              "aws",
              "address",
              "neither security groups nor network ACLs filter what goes to AWS's own link-local services",
          )
        : undefined;
}
