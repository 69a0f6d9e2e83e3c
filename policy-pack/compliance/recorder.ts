import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { at, block, blocks, faultUnless, flag, isSet, text } from "../reading";
import type { Stack } from "../stack";

export const recorderType = "aws:cfg/recorder:Recorder";
const roleType = "aws:iam/serviceLinkedRole:ServiceLinkedRole";

/** What keeps each recorder from recording everything, and from handing on what it records. */
export function recorderFaults(stack: Stack, needsOwnRole: boolean): Faults {
    const channels = stack.stated("aws:cfg/deliveryChannel:DeliveryChannel");
    return stack
        .stated(recorderType)
        .flatMap((recorder) => [
            ...scope(recorder),
            ...(needsOwnRole ? unlessServiceLinked(stack, recorder) : []),
            ...started(stack, recorder),
            ...(channels.some((channel) => isSet(channel, "s3BucketName"))
                ? []
                : [violates(recorder, "has no delivery channel, so what it records goes nowhere")]),
        ]);
}

/** All types, global ones included, or all but those that are excluded by name. */
function scope(recorder: ResourceRecord): Faults {
    const group = block(recorder, "recordingGroup");
    if (!group.known) {
        return [undecidable(group.undecided, "what it records cannot be told")];
    }
    if (group.value === undefined) {
        return [
            violates(
                at(recorder, "recordingGroup"),
                "is not set, so global resources such as roles are left out",
            ),
        ];
    }
    const strategy = text(group.value, "recordingStrategies[0].useOnly", "");
    if (strategy.known && strategy.value === "EXCLUSION_BY_RESOURCE_TYPES") {
        return [];
    }
    return [
        ...faultUnless(
            flag(group.value, "allSupported", true),
            (on) => on,
            "is false: it records some types only",
        ),
        ...faultUnless(
            flag(group.value, "includeGlobalResourceTypes", false),
            (on) => on,
            "is not true, so roles, users and policies are left out",
        ),
    ];
}

function unlessServiceLinked(stack: Stack, recorder: ResourceRecord): Faults {
    const role = text(recorder, "roleArn", "");
    const roles = stack.references(recorder, "roleArn", roleType);
    const isLinked =
        (role.known && /aws-service-role\/config\.amazonaws\.com\//.test(role.value)) ||
        (roles.known && roles.value.length > 0);
    return isLinked || isLookedUp(stack, recorder)
        ? []
        : [violates(at(recorder, "roleArn"), "is a role of ours, which a change of ours can break")];
}

/** A role of this stack is known to be another one; a role that only the update tells is trusted. */
function isLookedUp(stack: Stack, recorder: ResourceRecord): boolean {
    const role = text(recorder, "roleArn");
    return (
        !role.known &&
        (recorder.propertyDependencies["roleArn"] ?? []).every((urn) => !stack.record(urn)?.custom)
    );
}

function started(stack: Stack, recorder: ResourceRecord): Faults {
    const own = stack.referrers(recorder, "aws:cfg/recorderStatus:RecorderStatus", "name");
    return own.length === 0
        ? [violates(recorder, "has no status, and is off until something turns it on")]
        : own.flatMap((status) =>
              faultUnless(
                  flag(status, "isEnabled", false),
                  (on) => on,
                  "is not true, so nothing is recorded",
              ),
          );
}

/** An aggregator that leaves regions out shows a clean account where nobody looks. */
export const aggregatorFaults = (stack: Stack): Faults =>
    stack.stated("aws:cfg/configurationAggregator:ConfigurationAggregator").flatMap((aggregator) =>
        ["accountAggregationSource", "organizationAggregationSource"].flatMap((property): Faults => {
            const source = blocks(aggregator, property);
            return source.known
                ? source.value.flatMap((one) =>
                      faultUnless(
                          flag(one, "allRegions", false),
                          (on) => on,
                          "is not true: some regions are left out",
                      ),
                  )
                : [undecidable(source.undecided)];
        }),
    );
