import { instanceType, spotType, fleetType } from "../../access/launch";
import { documentType, isSessionDocument } from "../../access/session-document";
import { sessionFaults } from "../../access/session-recording";
import { violates } from "../../fault";
import { provided } from "../../provided";
import { perResourceAndStack, rule } from "../../rule";

export const sessionManagerLogging = rule(
    {
        id: "session-manager-logging",
        title: "Sessions of Session Manager are recorded and encrypted",
        severity: "medium",
        checklist: ["access-2"],
        why: "A shell that nobody records is a shell of which nobody can tell what was done in it.",
        fix: "Set a log group or bucket, its encryption and `kmsKeyId` in the document SSM-SessionManagerRunShell.",
        docs: "https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-configure-preferences-cli.html",
        config: { provided: provided("the preferences of sessions") },
    },
    perResourceAndStack([documentType], sessionFaults, (stack, { provided }) => {
        const documents = stack.stated(documentType).filter(isSessionDocument);
        const isMissing = documents.length === 0 && provided === "here";
        const hosts = stack.ofType(instanceType, spotType, fleetType);
        return isMissing && hosts.length > 0
            ? [
                  violates(
                      undefined,
                      "the hosts can be entered by sessions, and no preferences say that those are recorded",
                  ),
              ]
            : documents.flatMap(sessionFaults);
    }),
);
