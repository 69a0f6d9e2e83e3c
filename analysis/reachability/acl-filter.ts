import type { NetworkAcl, NetworkAclEntry } from "../model/network-model";
import { regionMap, type RegionMap } from "./address-region";
import { allowsUnknown, exactly, type Allowance } from "./allowance";
import {
    everyTraffic,
    intersectTraffic,
    noTraffic,
    subtractTraffic,
    trafficKey,
    trafficOf,
    unionTraffic,
} from "./traffic-set";

/** A network ACL turned from ordered entries into what it lets through from or to each address. */
export interface AclFilter {
    readonly ingress: RegionMap<Allowance>;
    readonly egress: RegionMap<Allowance>;
}

const opaque: RegionMap<Allowance> = regionMap([], () => allowsUnknown);

/** Undefined stands for an ACL that cannot be seen. */
export function aclFilter(acl: NetworkAcl | undefined): AclFilter {
    if (acl === undefined || acl.external || acl.undecided.length > 0) {
        return { ingress: opaque, egress: opaque };
    }
    const direction = (egress: boolean): RegionMap<Allowance> =>
        compile(acl.entries.filter((entry) => entry.egress === egress));
    return { ingress: direction(false), egress: direction(true) };
}

function compile(entries: readonly NetworkAclEntry[]): RegionMap<Allowance> {
    const ordered = [...entries].sort((left, right) => left.number - right.number);
    const known = new Map<string, Allowance>();
    return regionMap(
        ordered.map((entry) => entry.addresses),
        (holders) => {
            let open = everyTraffic;
            let allowed = noTraffic;
            for (const holder of holders) {
                const entry = ordered[holder]!;
                const traffic = trafficOf(entry.traffic);
                if (entry.allow) {
                    allowed = unionTraffic(allowed, intersectTraffic(open, traffic));
                }
                open = subtractTraffic(open, traffic);
            }
            const key = trafficKey(allowed);
            const allowance = known.get(key) ?? exactly(allowed);
            known.set(key, allowance);
            return allowance;
        },
    );
}
