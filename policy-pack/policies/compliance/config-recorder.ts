import { unlessElsewhere } from "../../account-wide";
import { aggregatorFaults, recorderFaults, recorderType } from "../../compliance/recorder";
import { provided } from "../../provided";
import { perStack, rule } from "../../rule";
import { toggle } from "../../settings";

export const configRecorder = rule(
    {
        id: "config-recorder",
        title: "AWS Config records every resource",
        severity: "medium",
        checklist: ["compliance-1"],
        why: "What was changed by hand, when and by whom, is known only where something has recorded it.",
        fix: "Add a recorder of all types, a delivery channel, and a status with `isEnabled` true.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html#config-1",
        config: {
            provided: provided("recording by AWS Config"),
            serviceLinkedRole: toggle("Whether the recorder must use the role that AWS makes for it", true),
        },
    },
    perStack((stack, settings) => [
        ...recorderFaults(stack, settings.serviceLinkedRole),
        ...aggregatorFaults(stack),
        ...(stack.ofType(recorderType).length > 0
            ? []
            : unlessElsewhere(stack, settings.provided, "no AWS Config recorder records the account")),
    ]),
);
