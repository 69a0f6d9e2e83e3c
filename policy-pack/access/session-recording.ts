import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { at, faultUnless, flag, isSet } from "../reading";
import { isSessionDocument, sessionInputs } from "./session-document";

/** Where recordings can go, and what switches encryption on there. */
const destinations = {
    s3BucketName: "s3EncryptionEnabled",
    cloudWatchLogGroupName: "cloudWatchEncryptionEnabled",
};

/** What keeps sessions under this document from being recorded and encrypted. */
export function sessionFaults(document: ResourceRecord): Faults {
    const inputs = sessionInputs(document);
    if (!isSessionDocument(document)) {
        return [];
    }
    if (!inputs.known) {
        return [undecidable(inputs.undecided, "whether sessions are recorded cannot be told")];
    }
    const session = inputs.value;
    const used = Object.entries(destinations).filter(([destination]) => isSet(session, destination));
    return [
        ...(used.length === 0
            ? [violates(inputs.place, "names neither a log group nor a bucket for recordings")]
            : []),
        ...used.flatMap(([, encryption]) =>
            faultUnless(
                flag(session, encryption, false),
                (isOn) => isOn,
                "is off, so recordings are not encrypted",
            ),
        ),
        ...(isSet(session, "kmsKeyId")
            ? []
            : [
                  violates(
                      at(session, "kmsKeyId"),
                      "is not set, so sessions are not encrypted by a key of ours",
                  ),
              ]),
    ];
}
