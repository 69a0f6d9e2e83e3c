import { later, parameter } from "../../support/hosts";
import { resource, type Specimens, type SpecimenResource } from "../../support/specimen";

const document = (permissions?: SpecimenResource["inputs"]) => [
    resource("aws:ssm/document:Document", "run", {
        documentType: "Command",
        content: "{}",
        ...(permissions === undefined ? {} : { permissions }),
    }),
];
const setting = (settingValue: string, settingId = "/ssm/documents/console/public-sharing-permission") => [
    resource("aws:ssm/serviceSetting:ServiceSetting", "sharing", { settingId, settingValue }),
];

export const specimens: Specimens = {
    compliant: {
        "a document of one's own": document(),
        "a document shared with named accounts": document({
            type: "Share",
            account_ids: "111122223333,444455556666",
        }),
        "public sharing blocked": setting("Disable"),
        "public sharing blocked, by the setting's ARN": setting(
            "Disable",
            "arn:aws:ssm:us-east-1:111122223333:servicesetting/ssm/documents/console/public-sharing-permission",
        ),
        "another setting": setting("Enable", "/ssm/parameter-store/high-throughput-enabled"),
    },
    violating: {
        "a public document": document({ type: "Share", account_ids: "all" }),
        "a document that is public among others": document({
            type: "Share",
            account_ids: "111122223333, All",
        }),
        "the other spelling": document({ type: "Share", accountIds: "all" }),
        "public sharing allowed": setting("Enable"),
    },
    undecidable: {
        "accounts that are known later": [parameter, ...document({ type: "Share", account_ids: later })],
    },
};
