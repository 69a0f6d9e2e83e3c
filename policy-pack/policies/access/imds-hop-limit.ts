import { launchTypes } from "../../access/launch";
import { canSetMetadata, isMetadataOff, metadataDefaultsType, metadataPath } from "../../access/metadata";
import { faultUnless, number } from "../../reading";
import { perResource, rule } from "../../rule";
import { wholeNumber } from "../../settings";

const setting = "httpPutResponseHopLimit";

export const imdsHopLimit = rule(
    {
        id: "imds-hop-limit",
        title: "Metadata tokens do not travel beyond the instance",
        severity: "medium",
        checklist: ["access-4"],
        why: "With more hops, a container or a forwarding proxy on the instance gets the role's credentials too.",
        fix: "Set `metadataOptions.httpPutResponseHopLimit` to 1, or allow 2 where containers need it.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-4",
        config: { most: wholeNumber("Most hops a token may travel; 2 where containers need it", 1, 1) },
        remediate: (record, { most }) => {
            const hops = number(record, metadataPath(record, setting), 1);
            const isTooMany = hops.known && hops.value > most && !isMetadataOff(record);
            return isTooMany && canSetMetadata(record)
                ? { [metadataPath(record, setting)]: most }
                : undefined;
        },
    },
    perResource([...launchTypes, metadataDefaultsType], (record, { most }) =>
        isMetadataOff(record)
            ? []
            : faultUnless(
                  number(record, metadataPath(record, setting), 1),
                  (hops) => hops <= most,
                  (hops) => `is ${hops}, where ${most} is the most`,
              ),
    ),
);
