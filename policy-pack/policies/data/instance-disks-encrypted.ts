import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { diskFaults, ownDisks, writtenFaults } from "../../data/disk-encryption";
import { hostTypes, imageType } from "../../data/disks";
import { encryptsByDefault } from "../../data/region-defaults";
import { provided } from "../../provided";
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
    perResourceAndStack(types, writtenFaults, (stack, settings) =>
        stack
            .stated(...types)
            .flatMap((host) =>
                settings.provided === "elsewhere" || encryptsByDefault(stack, host)
                    ? writtenFaults(host)
                    : diskFaults(host),
            ),
    ),
);

/** Launch templates write booleans as texts. */
function remedy(host: ResourceRecord): Remedy {
    const on = host.type.includes("/launchTemplate:") ? "true" : true;
    const paths = ownDisks(host).map(({ property }) => `${property}.encrypted`.replace(/\[(\d+)\]/g, ".$1"));
    return Object.fromEntries(paths.map((path) => [path, on]));
}
