import { formatAddress, parseAddress } from "../../packets/cidr";
import { formatSomeAddress, type Address } from "./address";
import type { Place } from "./place";

/** Addresses that a reader takes for what they are: documentation ranges, a well-known resolver. */
const usual = {
    source: ["203.0.113.10", "198.51.100.10", "8.8.8.8", "2001:db8::10"],
    destination: ["8.8.8.8", "203.0.113.10", "198.51.100.10", "2001:4860:4860::8888", "2001:db8::10"],
} as const;

/** One of the addresses, for an example: the most natural of those that are all treated alike. */
export function exampleAddress(address: Address, place: Place, role: keyof typeof usual): string {
    if (address.kind === "some" || place.kind === "subnet" || address.first === address.last) {
        return formatSomeAddress(address);
    }
    const natural = usual[role]
        .map(parseAddress)
        .find(
            (one) =>
                one?.family === address.family && address.first <= one.value && one.value <= address.last,
        );
    const tenth = address.first + 10n;
    return formatAddress(address.family, natural?.value ?? (tenth <= address.last ? tenth : address.value));
}
