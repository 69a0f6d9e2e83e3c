import { ref, resource, type Specimens, type SpecimenResource } from "../../support/specimen";

const provider = (inputs: SpecimenResource["inputs"] = {}) => [
    resource("pulumi:providers:aws", "provider", {
        region: "us-east-1",
        allowedAccountIds: '["111122223333"]',
        ...inputs,
    }),
];

export const specimens: Specimens = {
    config: { allowedRegions: ["us-east-1"] },
    compliant: {
        "one account and region": provider(),
        "any region, where none is asked for": {
            config: {},
            resources: provider({ region: "eu-central-1" }),
        },
    },
    violating: {
        "any account": provider({ allowedAccountIds: undefined }),
        "no account in the list": provider({ allowedAccountIds: "[]" }),
        "an account that nobody checks": provider({ skipRequestingAccountId: "true" }),
        "a key that does not expire": provider({ accessKey: "an access key", secretKey: "its secret" }),
        "another region": provider({ region: "eu-central-1" }),
        "no region": provider({ region: undefined }),
    },
    undecidable: {
        "accounts that nobody knows yet": provider({ allowedAccountIds: ref("provider", "anything") }),
    },
};
