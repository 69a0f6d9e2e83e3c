import { fleetTags, missingTags } from "../../compliance/tags";
import { dataTypes, networkTypes, taggableTypes } from "../../compliance/taggable-types";
import type { Faults } from "../../fault";
import { perResource, rule } from "../../rule";
import { textList } from "../../settings";

const fleetType = "aws:autoscaling/group:Group";

export const tagging = rule(
    {
        id: "tagging",
        title: "Everything says whose it is and what it is for",
        severity: "low",
        checklist: ["compliance-2", "compliance-4"],
        why: "In an incident the first question is who knows what this is; tags are the answer at hand.",
        fix: "Set the tags on the resource, or once for all by the provider's `defaultTags`.",
        docs: "https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html",
        config: {
            requiredTags: textList("Tags on everything that can have them", ["Environment", "Owner"]),
            tierTags: textList("Further tags on subnets, groups and hosts", ["Tier"]),
            dataTags: textList("Further tags on what holds data", ["DataClassification"]),
        },
    },
    perResource([...taggableTypes, fleetType], (record, settings): Faults => {
        const needed = [
            ...settings.requiredTags,
            ...(networkTypes.has(record.type) ? settings.tierTags : []),
            ...(dataTypes.has(record.type) ? settings.dataTags : []),
        ];
        return record.type === fleetType ? fleetTags(record, needed) : missingTags(record, needed);
    }),
);
