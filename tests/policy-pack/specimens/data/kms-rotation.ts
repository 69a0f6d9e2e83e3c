import { key } from "../../support/sound-data";
import { ref, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        rotated: key(),
        "every half year": key({ rotationPeriodInDays: 180 }),
        "an asymmetric key, which cannot be": key({
            enableKeyRotation: undefined,
            customerMasterKeySpec: "RSA_2048",
            keyUsage: "SIGN_VERIFY",
        }),
        "an HMAC key": key({
            enableKeyRotation: undefined,
            customerMasterKeySpec: "HMAC_256",
            keyUsage: "GENERATE_VERIFY_MAC",
        }),
        "a key of a custom store": key({ enableKeyRotation: undefined, customKeyStoreId: "cks-1" }),
    },
    violating: {
        "left out": key({ enableKeyRotation: undefined }),
        "switched off": key({ enableKeyRotation: false }),
        "every seven years": key({ rotationPeriodInDays: 2560 }),
    },
    undecidable: {
        "as nobody knows yet": key({ enableKeyRotation: ref("key", "anything") }),
        "of a kind that nobody knows yet": key({ customerMasterKeySpec: ref("key", "anything") }),
    },
};
