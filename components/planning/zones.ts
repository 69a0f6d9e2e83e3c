import type { NetworkInput } from "./network-input";
import type { ZonePlan } from "./network-plan";
import type { Problem } from "./problem";
import { zoneIdPrefix } from "./region-zones";
import { zoneLetters } from "./subnet-slots";

/** Reads the zones in the order of their letters, and reports what is wrong with any of them. */
export function planZones(input: NetworkInput, problems: Problem[]): ZonePlan[] {
    const prefix = zoneIdPrefix(input.region);
    if (prefix === undefined) {
        problems.push({
            path: "region",
            given: `"${input.region}"`,
            allowed: "a region of AWS outside its isolated partitions, such as us-east-1",
            change: "write the region's code as `aws ec2 describe-regions` prints it",
        });
    }
    const entries = Object.entries(input.zones).sort(([left], [right]) => (left < right ? -1 : 1));
    if (entries.length < 2) {
        problems.push({
            path: "zones",
            given: entries.length === 0 ? "no zone" : `one zone, ${entries[0]![1]}`,
            allowed: "two to eight zones: load balancers and databases refuse fewer than two",
            change: `add a second zone, for example b: ${prefix ?? "use1"}-az2`,
        });
    }
    const letterOf = new Map<string, string>();
    return entries.map(([letter, id]) => {
        const path = `zones.${letter}`;
        if (!(zoneLetters as readonly string[]).includes(letter)) {
            problems.push({
                path,
                given: `letter "${letter}"`,
                allowed: `one of the letters ${zoneLetters.join(", ")}`,
                change: "call the zone by a free letter; it is part of every name and never changes later",
            });
        }
        const earlier = letterOf.get(id);
        if (earlier !== undefined) {
            problems.push({
                path,
                given: `${id}, which is already zone ${earlier}`,
                allowed: "a zone id that no other letter has",
                change: `name another zone of ${input.region}, or remove ${path}`,
            });
        }
        letterOf.set(id, earlier ?? letter);
        if (prefix !== undefined && !isZoneOf(prefix, id)) {
            problems.push(notInRegion(path, id, input.region, prefix));
        }
        return { letter, id };
    });
}

const isZoneOf = (prefix: string, id: string): boolean =>
    id.startsWith(`${prefix}-az`) && /^\d+$/.test(id.slice(prefix.length + 3));

function notInRegion(path: string, id: string, region: string, prefix: string): Problem {
    const byName = id.startsWith(region) && /^[a-z]$/.test(id.slice(region.length));
    return {
        path,
        given: byName ? `"${id}", a zone's name` : `"${id}"`,
        allowed: `a zone id of ${region}, ${prefix}-az1 and so on`,
        // Names are shuffled for every account; an id means the same building in all of them.
        change: byName
            ? `write its id: aws ec2 describe-availability-zones --zone-names ${id}`
            : `choose one that \`aws ec2 describe-availability-zones --region ${region}\` lists`,
    };
}
