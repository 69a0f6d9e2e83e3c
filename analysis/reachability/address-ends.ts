import type { NetworkInterface, Subnet } from "../model/network-model";
import {
    addressesOverlap,
    addressSet,
    hasNoAddresses,
    intersectAddresses,
    isAddressSubset,
    publicPart,
    subtractAddresses,
    type AddressSet,
} from "../../packets/address-set";
import type { Family } from "../../packets/cidr";
import { addressEnds, interfaceEnd, usableAddresses, type End } from "./end";
import type { NetworkIndex } from "./network-index";
import type { GoalFace } from "./place";

/** Who may have some addresses, and whether it is one of them, nobody knows which. */
interface Holders {
    readonly ends: readonly End[];
    readonly oneUnknown: boolean;
    readonly missing?: { readonly key: string; readonly message: string; readonly change: string };
}

/** The blocks of the network's VPCs. */
const vpcBlocks = ({ model }: NetworkIndex): AddressSet =>
    addressSet([...model.vpcs.values()].flatMap(({ cidrs }) => cidrs));

/** Whether addresses belong to nobody here: some are public, and not all of them are a VPC's own. */
export const areStrangers = (index: NetworkIndex, addresses: AddressSet): boolean =>
    !hasNoAddresses(publicPart(addresses)) && !isAddressSubset(addresses, vpcBlocks(index));

/**
 * Whoever may have the addresses: interfaces that are known to, those that may get one of them in their
 * subnets, somebody there whom this program does not manage, and for what lies outside every subnet,
 * somebody beyond. Of a block, one that gets through is enough.
 */
export function holdersOfAddresses(index: NetworkIndex, addresses: AddressSet, face: GoalFace): Holders {
    const family: Family = addresses.ipv6.length > 0 ? "ipv6" : "ipv4";
    const [first] = addresses[family];
    const isOne = first !== undefined && addresses[family].length === 1 && first.first === first.last;
    const interfaces = [...index.model.interfaces.values()];
    const pinned = interfaces.filter(
        ({ privateAddresses }) =>
            privateAddresses !== undefined && addressesOverlap(privateAddresses, addresses),
    );
    const known = pinned.flatMap((host) => endsIn(index, host, addresses, face));
    if (isOne && known.length > 0) {
        return { ends: known, oneUnknown: true };
    }
    const homes = [...index.model.subnets.values()].flatMap((subnet): End[] =>
        guestsOf(index, subnet, addresses, family, face),
    );
    const subnets = addressSet([...index.model.subnets.values()].flatMap(({ cidrs }) => cidrs));
    const beyond = addressEnds(subtractAddresses(addresses, subnets));
    const ends = [...known, ...homes, ...beyond];
    return { ends, oneUnknown: isOne, ...(ends.length > 0 ? {} : reserved(index, addresses)) };
}

/** AWS gives nobody the first four addresses of a subnet and the last. */
function reserved(index: NetworkIndex, addresses: AddressSet): Pick<Holders, "missing"> {
    const home = [...index.model.subnets.values()].find(({ cidrs }) =>
        isAddressSubset(addresses, addressSet(cidrs)),
    );
    return home === undefined
        ? {}
        : {
              missing: {
                  key: home.key,
                  message: "AWS keeps the address for itself, so no interface can have it",
                  change: "ask about an address that the subnet gives out",
              },
          };
}

const endsIn = (index: NetworkIndex, host: NetworkInterface, addresses: AddressSet, face: GoalFace): End[] =>
    host.subnets.flatMap((key) => {
        const subnet = index.subnet(key);
        const isThere = subnet !== undefined && addressesOverlap(addressSet(subnet.cidrs), addresses);
        return isThere ? [interfaceEnd(index, host, subnet, face, addresses)] : [];
    });

/** Those in a subnet that may have one of the addresses, known to this program or not. */
function guestsOf(
    index: NetworkIndex,
    subnet: Subnet,
    addresses: AddressSet,
    family: Family,
    face: GoalFace,
): End[] {
    const own = subnet.cidrs.filter((cidr) => cidr.family === family);
    const usable = own.flatMap(usableAddresses);
    const mine = intersectAddresses({ ipv4: [], ipv6: [], [family]: usable }, addresses)[family];
    // A block that is not known yet may hold them, where its VPC's may.
    const isOpen = own.length === 0 && mayHold(index, subnet, addresses, family);
    if (mine.length === 0 && !isOpen) {
        return [];
    }
    const guests = index
        .interfacesIn(subnet.key)
        .filter(({ privateAddresses }) => privateAddresses === undefined);
    return [
        ...guests.map((host) => interfaceEnd(index, host, subnet, face, addresses)),
        {
            placeId: `${subnet.key} nobody`,
            place: { kind: "subnet", subnet, publicIpv4: "undecided" },
            family,
            face,
            addresses: isOpen ? addresses[family] : mine,
            placeAddresses: isOpen ? addresses[family] : usable,
            oneUnknown: true,
            doubts: [
                {
                    urn: subnet.key,
                    property: "interfaces",
                    reason: "no interface of this program is known to have the address",
                    remedy: "ask about a resource, or pin the address of one",
                },
            ],
        },
    ];
}

function mayHold(index: NetworkIndex, subnet: Subnet, addresses: AddressSet, family: Family): boolean {
    if (family === "ipv6") {
        return subnet.hasUnknownIpv6;
    }
    const vpc = index.model.vpcs.get(subnet.vpc);
    const blocks = (vpc?.cidrs ?? []).filter((cidr) => cidr.family === family);
    const isUnknown = subnet.undecided.length > 0 || subnet.external;
    return isUnknown && (blocks.length === 0 || addressesOverlap(addressSet(blocks), addresses));
}
