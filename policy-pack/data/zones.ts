import { isUnknown, type ResourceRecord } from "../../analysis/model/resource-record";
import { violates, type Faults } from "../fault";
import { at, text, valueAt, type Reading } from "../reading";
import type { Stack } from "../stack";

/**
 * In how many zones the subnets lie that a property lists. A subnet whose zone cannot be told counts
 * as one of its own: AWS itself refuses two of one zone where it wants several.
 */
export function zonesOf(stack: Stack, source: ResourceRecord, property: string): Reading<number> {
    const place = at(source, property);
    const listed = valueAt(source, property);
    const subnets = stack.references(source, property, "aws:ec2/subnet:Subnet");
    if (!Array.isArray(listed) || isUnknown(listed)) {
        return subnets.known ? { known: true, value: count(subnets.value), place } : subnets;
    }
    const found = subnets.known ? subnets.value : [];
    return { known: true, value: found.length < listed.length ? listed.length : count(found), place };
}

function count(subnets: readonly ResourceRecord[]): number {
    const zones = subnets.map((subnet) => {
        const [name, id] = [text(subnet, "availabilityZone"), text(subnet, "availabilityZoneId")];
        return (name.known && name.value) || (id.known && id.value) || subnet.urn;
    });
    return new Set(zones).size;
}

/** A fault where a fleet lists one subnet or one zone. */
export const inOneZone = (fleet: ResourceRecord): Faults =>
    ["vpcZoneIdentifiers", "availabilityZones"].flatMap((property) => {
        const places = valueAt(fleet, property);
        return Array.isArray(places) && places.length === 1
            ? [violates(at(fleet, property), "names one zone only, and the fleet goes down with it")]
            : [];
    });
