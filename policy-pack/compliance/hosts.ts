import { isUnknown, type PropertyValue, type ResourceRecord } from "../../analysis/model/resource-record";
import { blocks, text, valueAt } from "../reading";

const fleetType = "aws:autoscaling/group:Group";
const templateType = "aws:ec2/launchTemplate:LaunchTemplate";

/** What runs hosts of ours. */
export const runners = [
    "aws:ec2/instance:Instance",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    "aws:ec2/launchConfiguration:LaunchConfiguration",
    templateType,
    fleetType,
];

/** The tags that hosts carry; undefined where some are not known yet, so that any may match. */
export function carriedTags(runner: ResourceRecord): readonly (readonly [string, string])[] | undefined {
    const { type } = runner;
    const maps: readonly PropertyValue[] =
        type === templateType
            ? known(blocks(runner, "tagSpecifications")).flatMap((specification) => {
                  const kind = text(specification, "resourceType");
                  return kind.known && kind.value === "instance" ? [valueAt(specification, "tags")] : [];
              })
            : type === fleetType
              ? known(blocks(runner, "tags")).map((tag) => {
                    const [key, value] = [text(tag, "key", ""), text(tag, "value", "")];
                    return key.known && value.known
                        ? { [key.value]: value.value }
                        : { palisadeUnknown: true as const };
                })
              : [valueAt(runner, "tags"), valueAt(runner, "tagsAll")];
    const entries = maps.flatMap((map) =>
        typeof map === "object" && map !== null && !isUnknown(map) ? Object.entries(map as object) : [],
    );
    return maps.some(isUnknown) || entries.some(([, value]) => isUnknown(value as PropertyValue))
        ? undefined
        : entries.map(([key, value]) => [key, String(value)]);
}

const known = <T>(reading: { readonly known: boolean; readonly value?: readonly T[] }): readonly T[] =>
    reading.known ? (reading.value ?? []) : [];
