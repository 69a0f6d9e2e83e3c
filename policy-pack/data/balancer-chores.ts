import { isUnknown, type ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { at, faultUnless, flag, isSet, text, valueAt } from "../reading";
import { withTwins } from "../resource-types";
import { classicBalancerType } from "./listeners";

const classicTypes = withTwins([classicBalancerType]);

/** What every load balancer has to do beside balancing, by its kind. */
export function balancerChores(balancer: ResourceRecord, needsProtection: boolean): Faults {
    if (classicTypes.has(balancer.type)) {
        return [
            ...desync(balancer),
            ...unlessOn(balancer, "crossZoneLoadBalancing", true),
            ...zones(balancer),
        ];
    }
    const kind = text(balancer, "loadBalancerType", "application");
    if (!kind.known) {
        return [undecidable(kind.undecided, "what it has to do cannot be told")];
    }
    return [
        ...(kind.value === "application"
            ? [...unlessOn(balancer, "dropInvalidHeaderFields", false), ...desync(balancer)]
            : unlessOn(balancer, "enableCrossZoneLoadBalancing", false)),
        ...(needsProtection ? unlessOn(balancer, "enableDeletionProtection", false) : []),
        ...zones(balancer),
    ];
}

const consequences: { readonly [property: string]: string } = {
    crossZoneLoadBalancing: "a zone with few targets is overrun",
    enableCrossZoneLoadBalancing: "a zone with few targets is overrun",
    dropInvalidHeaderFields: "malformed headers reach the application",
    enableDeletionProtection: "a slip takes the way in away",
};

const unlessOn = (balancer: ResourceRecord, property: string, byDefault: boolean): Faults =>
    faultUnless(
        flag(balancer, property, byDefault),
        (on) => on,
        `is not true, so ${consequences[property] ?? ""}`,
    );

const desync = (balancer: ResourceRecord): Faults =>
    faultUnless(
        text(balancer, "desyncMitigationMode", "defensive"),
        (mode) => ["defensive", "strictest"].includes(mode),
        (mode) => `is "${mode}", which lets smuggled requests through`,
    );

/** A balancer says by subnets, by their mappings or by zones where it stands; one place is one zone. */
function zones(balancer: ResourceRecord): Faults {
    const lists = ["subnets", "subnetMappings", "availabilityZones"].filter((list) => isSet(balancer, list));
    const sizes = lists.map((list) => {
        const value = valueAt(balancer, list);
        return Array.isArray(value) && !isUnknown(value) ? value.length : undefined;
    });
    return sizes.length === 0 || sizes.some((size) => size === undefined || size > 1)
        ? []
        : [violates(at(balancer, lists[0]), "names one zone only, and goes down with it")];
}
