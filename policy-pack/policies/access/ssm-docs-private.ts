import { documentType } from "../../access/session-document";
import { undecidable, violates, type Faults } from "../../fault";
import { faultUnless, text } from "../../reading";
import { perResource, rule } from "../../rule";

const settingType = "aws:ssm/serviceSetting:ServiceSetting";
const sharingSetting = "/ssm/documents/console/public-sharing-permission";

export const ssmDocsPrivate = rule(
    {
        id: "ssm-docs-private",
        title: "Documents of Systems Manager are not public",
        severity: "high",
        checklist: ["access-2"],
        why: "A public document tells strangers how hosts are run, and often with which names and keys.",
        fix: "Share the document with named accounts only, and block public sharing for the account.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html#ssm-4",
    },
    perResource([documentType, settingType], (record): Faults => {
        if (record.type === settingType) {
            const id = text(record, "settingId", "");
            return id.known && id.value.endsWith(sharingSetting)
                ? faultUnless(
                      text(record, "settingValue", ""),
                      (value) => value === "Disable",
                      (value) => `is "${value}", so documents may be shared with everybody`,
                  )
                : [];
        }
        return ["permissions.account_ids", "permissions.accountIds"].flatMap((path) => {
            const accounts = text(record, path, "");
            if (!accounts.known) {
                return [undecidable(accounts.undecided, "whether everybody may use it cannot be told")];
            }
            const isPublic = accounts.value
                .split(",")
                .some((account) => account.trim().toLowerCase() === "all");
            return isPublic ? [violates(accounts.place, "shares the document with everybody (all)")] : [];
        });
    }),
);
