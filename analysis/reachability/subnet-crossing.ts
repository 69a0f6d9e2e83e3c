import type { Key, Subnet } from "../model/network-model";
import type { Undecided } from "../model/resource-record";
import { allowanceAt } from "./address";
import type { Journey } from "./journey";
import type { NetworkIndex } from "./network-index";

export const isExternal = (urn: string, what: string): Undecided => ({
    urn,
    property: "id",
    reason: `${what} is managed elsewhere, so what it does cannot be seen`,
    remedy: "manage it in this program, or declare the boundary",
});

/** The subnet's network ACL, on the way out. An ACL is not asked about what stays in its subnet. */
export function leaveSubnet(index: NetworkIndex, journey: Journey, from: Subnet, to: Key | undefined): void {
    if (from.key === to) {
        return;
    }
    journey.steps.push({
        kind: "networkAcl",
        acl: from.networkAcl,
        egress: true,
        remote: journey.destination,
        allowance: allowanceAt(index.acl(from.networkAcl).egress, journey.destination),
    });
}

/** The subnet's network ACL, on the way in. */
export function enterSubnet(index: NetworkIndex, journey: Journey, to: Subnet, from: Key | undefined): void {
    if (to.key === from) {
        return;
    }
    journey.steps.push({
        kind: "networkAcl",
        acl: to.networkAcl,
        egress: false,
        remote: journey.source,
        allowance: allowanceAt(index.acl(to.networkAcl).ingress, journey.source),
    });
}
