import type { Undecided } from "../../analysis/model/resource-record";
import { undecidable, type Faults } from "../fault";
import { blocks, faultUnless, flag, type Source } from "../reading";

/** What keeps it open whether a host gets a public address, where the host itself does not say. */
export const undecidedAddress = (urn: string): Undecided => ({
    urn,
    property: "associatePublicIpAddress",
    reason: "the plan does not say whether it gets a public address",
    remedy: "Set `associatePublicIpAddress` to false on the host or its launch template.",
});

/** Where a host, its template or its launch specification asks for a public address by itself. */
export function asksForAddress(host: Source): Faults {
    const interfaces = blocks(host, "networkInterfaces");
    const places = [host, ...(interfaces.known ? interfaces.value : [])];
    const faults = places.flatMap((place) =>
        faultUnless(
            flag(place, "associatePublicIpAddress", false),
            (asks) => !asks,
            "asks for a public IPv4 address",
        ),
    );
    return interfaces.known ? faults : [...faults, undecidable(interfaces.undecided)];
}
