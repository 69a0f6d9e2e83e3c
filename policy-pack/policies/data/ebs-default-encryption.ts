import { unlessElsewhere } from "../../account-wide";
import { faultUnless, flag } from "../../reading";
import { provided } from "../../provided";
import { perStack, rule } from "../../rule";

export const ebsDefaultEncryption = rule(
    {
        id: "ebs-default-encryption",
        title: "The account encrypts every new disk",
        severity: "high",
        checklist: ["data-1"],
        why: "AWS leaves disks unencrypted unless each region is told otherwise; then no disk can be forgotten.",
        fix: "Add an `aws.ebs.EncryptionByDefault`, and an `aws.ebs.DefaultKmsKey` with your key.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-7",
        config: { provided: provided("EBS encryption by default") },
    },
    perStack((stack, settings) => {
        const defaults = stack.stated("aws:ebs/encryptionByDefault:EncryptionByDefault");
        return [
            ...defaults.flatMap((setting) =>
                faultUnless(
                    flag(setting, "enabled", true),
                    (on) => on,
                    "is false, so new disks are not encrypted unless each says so",
                ),
            ),
            ...(defaults.length > 0
                ? []
                : unlessElsewhere(
                      stack,
                      settings.provided,
                      "nothing turns on the account's EBS encryption by default",
                  )),
        ];
    }),
);
