import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { undecidable, type Faults } from "../../fault";
import { faultUnless, flag, isSet, number, text } from "../../reading";
import { perResource, rule } from "../../rule";
import { wholeNumber } from "../../settings";

export const kmsRotation = rule(
    {
        id: "kms-rotation",
        title: "KMS keys are rotated every year",
        severity: "medium",
        checklist: ["data-3"],
        why: "A key that never changes protects ever more data, and all of it is lost when it leaks.",
        fix: "Set `enableKeyRotation` to true, and `rotationPeriodInDays` to 365 or less.",
        docs: "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
        config: { longestPeriod: wholeNumber("Days after which a key must be rotated", 365, 90) },
        remediate: (key) => (rotates(key) === true ? { enableKeyRotation: true } : undefined),
    },
    perResource(["aws:kms/key:Key"], (key, { longestPeriod }): Faults => {
        const can = rotates(key);
        if (typeof can !== "boolean") {
            return can;
        }
        return can
            ? [
                  ...faultUnless(
                      flag(key, "enableKeyRotation", false),
                      (on) => on,
                      "is not true, so the key stays as it is for ever",
                  ),
                  ...faultUnless(
                      number(key, "rotationPeriodInDays", 365),
                      (days) => days <= longestPeriod,
                      (days) => `is ${days} days; ${longestPeriod} are the most`,
                  ),
              ]
            : [];
    }),
);

/** AWS rotates symmetric encryption keys of its own key store only. */
function rotates(key: ResourceRecord): boolean | Faults {
    const spec = text(key, "customerMasterKeySpec", "SYMMETRIC_DEFAULT");
    const usage = text(key, "keyUsage", "ENCRYPT_DECRYPT");
    if (!spec.known || !usage.known) {
        return [spec, usage].flatMap((reading) =>
            reading.known
                ? []
                : [undecidable(reading.undecided, "whether the key can be rotated cannot be told")],
        );
    }
    const isSymmetric = spec.value === "SYMMETRIC_DEFAULT" && usage.value === "ENCRYPT_DECRYPT";
    return isSymmetric && !isSet(key, "customKeyStoreId") && !isSet(key, "xksKeyId");
}
