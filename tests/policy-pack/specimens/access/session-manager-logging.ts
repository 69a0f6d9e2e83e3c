import { host, later, parameter } from "../../support/hosts";
import { resource, type Specimens, type SpecimenResource } from "../../support/specimen";

const recorded = {
    s3BucketName: "recordings",
    s3EncryptionEnabled: true,
    cloudWatchLogGroupName: "/sessions",
    cloudWatchEncryptionEnabled: true,
    kmsKeyId: "alias/sessions",
};
const preferences = (inputs: object = {}, more: SpecimenResource["inputs"] = {}) => [
    resource("aws:ssm/document:Document", "preferences", {
        name: "SSM-SessionManagerRunShell",
        documentType: "Session",
        content: JSON.stringify({
            schemaVersion: "1.0",
            sessionType: "Standard_Stream",
            inputs: { ...recorded, ...inputs },
        }),
        ...more,
    }),
];
const inYaml = (encrypted: boolean) =>
    preferences(
        {},
        {
            documentFormat: "YAML",
            content: [
                'schemaVersion: "1.0"',
                "sessionType: Standard_Stream",
                "inputs:",
                '  cloudWatchLogGroupName: "/sessions"',
                `  cloudWatchEncryptionEnabled: ${encrypted}`,
                "  kmsKeyId: alias/sessions",
            ].join("\n"),
        },
    );

export const specimens: Specimens = {
    compliant: {
        "recorded in both places": [...host(), ...preferences()],
        "recorded in a bucket": preferences({
            cloudWatchLogGroupName: "",
            cloudWatchEncryptionEnabled: false,
        }),
        "written in YAML": inYaml(true),
        "preferences of another stack": { config: { provided: "elsewhere" }, resources: host() },
        "a document of another kind": [
            resource("aws:ssm/document:Document", "run", { documentType: "Command", content: "{}" }),
        ],
        "a stack without hosts": [resource("aws:s3/bucket:Bucket", "records")],
    },
    violating: {
        "recorded nowhere": preferences({ s3BucketName: "", cloudWatchLogGroupName: "" }),
        "a bucket that is not encrypted": preferences({ s3EncryptionEnabled: false }),
        "a log group that is not encrypted": preferences({ cloudWatchEncryptionEnabled: undefined }),
        "in YAML, not encrypted": inYaml(false),
        "no key": preferences({ kmsKeyId: "" }),
        "no inputs": preferences({}, { content: JSON.stringify({ schemaVersion: "1.0" }) }),
        "no document in truth": preferences({}, { content: "{ inputs: [" }),
        "hosts and no preferences": host(),
    },
    undecidable: {
        "preferences that are written later": [parameter, ...preferences({}, { content: later })],
    },
};
