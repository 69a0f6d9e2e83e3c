import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { at, faultUnless, flag, isSet, type Block } from "../reading";
import { disksOf, imageType } from "./disks";

/** A fault for each disk of a host, template or image that is not encrypted, or that nobody speaks of. */
export function diskFaults(host: ResourceRecord): Faults {
    const { unsaid, undecided } = disksOf(host);
    return [
        ...undecided.map((open) => undecidable(open, "which disks there are cannot be told")),
        ...ownDisks(host).flatMap((disk) =>
            faultUnless(flag(disk, "encrypted", false), (on) => on, "is not true"),
        ),
        ...unsaid.map((place) =>
            violates(at(place, rootOf(host)), "is not set, so the root disk is as its image is"),
        ),
    ];
}

/** Without the disks of an image that are copies of a snapshot: those are as the snapshot is. */
export const ownDisks = (host: ResourceRecord): readonly Block[] =>
    disksOf(host).written.filter((disk) => host.type !== imageType || !isSet(disk, "snapshotId"));

const rootOf = ({ type }: ResourceRecord): string =>
    type.includes("/launchTemplate:")
        ? "blockDeviceMappings"
        : type.includes("/spotFleet")
          ? "rootBlockDevices"
          : "rootBlockDevice";

/** The faults that the account's default does not mend: what is written counts, what is left out does not. */
export const writtenFaults = (host: ResourceRecord): Faults =>
    diskFaults(host).filter(({ property }) => property === undefined || isSet(host, property));
