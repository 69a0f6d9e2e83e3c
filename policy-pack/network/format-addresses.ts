import {
    everyAddress,
    formatAddressSet,
    noAddresses,
    subtractAddresses,
    type AddressSet,
} from "../../packets/address-set";

const mostBlocks = 3;

/** Addresses for people: by their blocks, by the few blocks that are not among them, or by some of many. */
export function formatAddresses(addresses: AddressSet): string {
    const blocks = formatAddressSet(addresses).split(", ");
    if (blocks.length <= mostBlocks) {
        return blocks.join(", ");
    }
    const others = formatAddressSet(subtractAddresses(everywhereLike(addresses), addresses)).split(", ");
    return others.length <= mostBlocks
        ? `everybody but ${others.join(", ")}`
        : `${blocks.slice(0, mostBlocks).join(", ")} and ${blocks.length - mostBlocks} more blocks`;
}

/** All addresses of the families that these are of. */
const everywhereLike = ({ ipv4, ipv6 }: AddressSet): AddressSet => ({
    ipv4: ipv4.length > 0 ? everyAddress.ipv4 : noAddresses.ipv4,
    ipv6: ipv6.length > 0 ? everyAddress.ipv6 : noAddresses.ipv6,
});
