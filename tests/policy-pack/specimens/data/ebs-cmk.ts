import { types } from "../../support/resource-types";
import { key, ownKey, volume } from "../../support/sound-data";
import { ref, resource, type Specimens } from "../../support/specimen";

const template = (kmsKeyId?: string) => [
    resource(types.launchTemplate, "template", {
        blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true", kmsKeyId } }],
    }),
];
const instance = (kmsKeyId?: string) => [
    resource(types.instance, "host", { rootBlockDevice: { encrypted: true, kmsKeyId } }),
];

export const specimens: Specimens = {
    compliant: {
        "a key of ours": volume(),
        "a key of this stack": [...volume({ kmsKeyId: ref("key", "arn") }), ...key()],
        "a template's": template(ownKey),
        "an instance's": instance(ownKey),
        "the account's default key": [
            ...template(),
            resource("aws:ebs/defaultKmsKey:DefaultKmsKey", "default-key", { keyArn: ref("key", "arn") }),
            ...key(),
        ],
    },
    violating: {
        "no key": volume({ kmsKeyId: undefined }),
        "AWS's own key": volume({ kmsKeyId: "alias/aws/ebs" }),
        "AWS's own key by its ARN": volume({ kmsKeyId: "arn:aws:kms:us-east-1:111122223333:alias/aws/ebs" }),
        "a template without": template(),
        "an instance without": instance(),
    },
};
