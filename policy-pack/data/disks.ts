import type { ResourceRecord, Undecided } from "../../analysis/model/resource-record";
import { blocks, isSet, text, type Block, type Reading, type Source } from "../reading";
import { withTwins } from "../resource-types";

/** What writes down the disks of hosts. */
export const hostTypes = [
    "aws:ec2/instance:Instance",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    "aws:ec2/launchTemplate:LaunchTemplate",
    "aws:ec2/launchConfiguration:LaunchConfiguration",
    "aws:ec2/spotFleetRequest:SpotFleetRequest",
] as const;

export const imageType = "aws:ec2/ami:Ami";
export const volumeType = "aws:ebs/volume:Volume";

const templateTypes = withTwins(["aws:ec2/launchTemplate:LaunchTemplate"]);
const fleetTypes = withTwins(["aws:ec2/spotFleetRequest:SpotFleetRequest"]);

/** The disks that a host, a template or an image writes down, and what keeps some from being read. */
export interface Disks {
    readonly written: readonly Block[];
    /** Places that have a root disk and say nothing of it: it comes as the image has it. */
    readonly unsaid: readonly Source[];
    readonly undecided: readonly Undecided[];
}

export function disksOf(record: ResourceRecord): Disks {
    if (templateTypes.has(record.type)) {
        return ofTemplate(record);
    }
    if (fleetTypes.has(record.type)) {
        const launches = blocks(record, "launchSpecifications");
        return launches.known
            ? together(launches.value.map((launch) => ofHost(launch, "rootBlockDevices")))
            : { written: [], unsaid: [], undecided: [launches.undecided] };
    }
    return record.type === imageType
        ? { ...ofHost(record, "rootBlockDevice"), unsaid: [] }
        : ofHost(record, "rootBlockDevice");
}

function ofHost(host: Source, rootProperty: string): Disks {
    const root = blocks(host, rootProperty);
    const data = blocks(host, "ebsBlockDevices");
    const said = !root.known || root.value.length > 0 || isSet(host, "launchTemplate");
    return {
        written: [...known(root), ...known(data)].filter(isDisk),
        unsaid: said ? [] : [host],
        undecided: [...open(root), ...open(data)],
    };
}

function ofTemplate(template: ResourceRecord): Disks {
    const mappings = blocks(template, "blockDeviceMappings");
    const disks = known(mappings)
        .filter(isDisk)
        .map((mapping) => blocks(mapping, "ebs"));
    const written = disks.flatMap(known);
    return {
        written,
        unsaid: mappings.known && disks.length === 0 ? [template] : [],
        undecided: [...open(mappings), ...disks.flatMap(open)],
    };
}

const together = (all: readonly Disks[]): Disks => ({
    written: all.flatMap(({ written }) => written),
    unsaid: all.flatMap(({ unsaid }) => unsaid),
    undecided: all.flatMap(({ undecided }) => undecided),
});

const known = (reading: Reading<readonly Block[]>): readonly Block[] => (reading.known ? reading.value : []);

const open = (reading: Reading<unknown>): readonly Undecided[] => (reading.known ? [] : [reading.undecided]);

/** Not a device that is taken away, and not an instance store. */
function isDisk(device: Block): boolean {
    const removed = text(device, "noDevice", "false");
    return (!removed.known || removed.value === "false") && !isSet(device, "virtualName");
}
