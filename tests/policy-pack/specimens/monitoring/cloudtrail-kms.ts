import { trail } from "../../support/operations";
import { ref, resource, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        "a key": trail(),
        "a key of the program": [
            resource("aws:kms/key:Key", "own", { enableKeyRotation: true }),
            ...trail({ kmsKeyId: ref("own", "arn") }),
        ],
    },
    violating: { "no key": trail({ kmsKeyId: undefined }), "an empty key": trail({ kmsKeyId: "" }) },
};
