import { types } from "../../support/resource-types";
import { ref, resource, type Specimens } from "../../support/specimen";

const key = resource("aws:kms/key:Key", "own", { enableKeyRotation: true });

export const specimens: Specimens = {
    compliant: {
        "a key": [key, resource(types.logGroup, "events", { kmsKeyId: ref("own", "arn") })],
    },
    violating: {
        "no key": [resource(types.logGroup, "events", { retentionInDays: 365 })],
        "an empty key": [resource(types.logGroup, "events", { kmsKeyId: "" })],
    },
};
