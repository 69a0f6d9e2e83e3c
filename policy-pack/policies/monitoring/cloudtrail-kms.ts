import { trailType } from "../../monitoring/trails";
import { violates } from "../../fault";
import { at, isSet } from "../../reading";
import { perResource, rule } from "../../rule";

export const cloudtrailKms = rule(
    {
        id: "cloudtrail-kms",
        title: "Trails are encrypted by a key of our own",
        severity: "medium",
        checklist: ["monitoring-2", "data-3"],
        why: "Under S3's own key, whoever may read the bucket may read the trail; a key is a second door.",
        fix: "Set `kmsKeyId` to a key whose policy lets CloudTrail encrypt.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html#cloudtrail-2",
    },
    perResource([trailType], (trail) =>
        isSet(trail, "kmsKeyId")
            ? []
            : [violates(at(trail, "kmsKeyId"), "is not set, so the trail is under S3's own key")],
    ),
);
