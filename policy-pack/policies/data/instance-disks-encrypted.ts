import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { disksOf, hostTypes, imageType } from "../../data/disks";
import { encryptsByDefault } from "../../data/region-defaults";
import { undecidable, violates, type Faults } from "../../fault";
import { provided } from "../../provided";
import { at, faultUnless, flag, isSet } from "../../reading";
import { perResourceAndStack, rule, type Remedy } from "../../rule";

const types = [...hostTypes, imageType];

export const instanceDisksEncrypted = rule(
    {
        id: "instance-disks-encrypted",
        title: "All disks of instances, templates and images are encrypted",
        severity: "high",
        checklist: ["data-1"],
        why: "A root disk that nobody mentions is encrypted as its image is, which mostly means not at all.",
        fix: "Write down the root disk and every other one, with `encrypted` true and a `kmsKeyId` of yours.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-181",
        config: { provided: provided("EBS encryption by default") },
        remediate: remedy,
    },
    perResourceAndStack(
        types,
        (host) => encryption(host).filter(({ property }) => !isLeftOpen(host, property)),
        (stack, settings) =>
            stack
                .stated(...types)
                .flatMap((host) =>
                    settings.provided === "elsewhere" || encryptsByDefault(stack, host)
                        ? encryption(host).filter(({ property }) => !isLeftOpen(host, property))
                        : encryption(host),
                ),
    ),
);

function encryption(host: ResourceRecord): Faults {
    const { unsaid, undecided } = disksOf(host);
    return [
        ...undecided.map((open) => undecidable(open, "which disks there are cannot be told")),
        ...ownDisks(host).flatMap((disk) => faultUnless(flag(disk, "encrypted", false), (on) => on, "is not true")),
        ...unsaid.map((place) => violates(at(place, root(host)), "is not set, so the root disk is as its image is")),
    ];
}

/** Without the disks of an image that are copies of a snapshot: those are as the snapshot is. */
const ownDisks = (host: ResourceRecord) =>
    disksOf(host).written.filter((disk) => host.type !== imageType || !isSet(disk, "snapshotId"));

const root = ({ type }: ResourceRecord): string =>
    type.includes("/launchTemplate:")
        ? "blockDeviceMappings"
        : type.includes("/spotFleet") ? "rootBlockDevices" : "rootBlockDevice";

/** What is not said at all, the account's default can decide; only the whole stack shows that. */
const isLeftOpen = (host: ResourceRecord, property: string | undefined): boolean =>
    property !== undefined && !isSet(host, property);

function remedy(host: ResourceRecord): Remedy {
    const isTemplate = host.type.includes("/launchTemplate:");
    const paths = ownDisks(host).map(({ property }) => `${property}.encrypted`.replace(/\[(\d+)\]/g, ".$1"));
    return Object.fromEntries(paths.map((path) => [path, isTemplate ? "true" : true]));
}
