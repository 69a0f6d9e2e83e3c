import { volume } from "../../support/sound-data";
import { ref, resource, type Specimens } from "../../support/specimen";

const byDefault = (enabled?: boolean) => [
    resource("aws:ebs/encryptionByDefault:EncryptionByDefault", "by-default", { enabled }),
];

export const specimens: Specimens = {
    compliant: {
        on: [...volume(), ...byDefault(true)],
        "on, as the provider's default is": [...volume(), ...byDefault()],
        "nothing of AWS": [resource("random:index/randomId:RandomId", "id", {})],
    },
    violating: {
        "nothing that turns it on": volume(),
        "switched off": [...volume(), ...byDefault(false)],
    },
    undecidable: {
        "as nobody knows yet": [
            resource("aws:ebs/encryptionByDefault:EncryptionByDefault", "by-default", {
                enabled: ref("by-default", "anything"),
            }),
        ],
    },
};
