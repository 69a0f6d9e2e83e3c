import { later, parameter } from "../../support/hosts";
import { resource, type Specimens } from "../../support/specimen";

const policy = (inputs: object = {}) => [
    resource("aws:iam/accountPasswordPolicy:AccountPasswordPolicy", "passwords", {
        minimumPasswordLength: 14,
        passwordReusePrevention: 24,
        maxPasswordAge: 90,
        requireLowercaseCharacters: true,
        requireUppercaseCharacters: true,
        requireNumbers: true,
        requireSymbols: true,
        ...inputs,
    }),
];
const people = [resource("aws:iam/group:Group", "people")];

export const specimens: Specimens = {
    compliant: {
        "a policy": policy(),
        "a stricter one": policy({ minimumPasswordLength: 20, maxPasswordAge: 30 }),
        "a policy beside groups": [...people, ...policy()],
        "a policy of another stack": { config: { provided: "elsewhere" }, resources: people },
        "a stack without people": [resource("aws:s3/bucket:Bucket", "records")],
        "what an environment asks for": {
            config: { length: 8 },
            resources: policy({ minimumPasswordLength: 8 }),
        },
    },
    violating: {
        short: policy({ minimumPasswordLength: 13 }),
        "as long as AWS has it": policy({ minimumPasswordLength: undefined }),
        "used again": policy({ passwordReusePrevention: 5 }),
        "never forgotten": policy({ passwordReusePrevention: undefined }),
        "never changed": policy({ maxPasswordAge: undefined }),
        "changed never, said so": policy({ maxPasswordAge: 0 }),
        "changed once a year": policy({ maxPasswordAge: 365 }),
        "without small letters": policy({ requireLowercaseCharacters: false }),
        "without capitals": policy({ requireUppercaseCharacters: undefined }),
        "without digits": policy({ requireNumbers: false }),
        "without symbols": policy({ requireSymbols: false }),
        "people and no policy": people,
        "an account and no policy": [resource("aws:guardduty/detector:Detector", "detector")],
    },
    undecidable: {
        "a length that is known later": [parameter, ...policy({ minimumPasswordLength: later })],
    },
};
