import { key } from "../../support/sound-data";
import { ref, resource, type Specimens } from "../../support/specimen";

const everybody = { Effect: "Allow", Principal: "*", Action: "kms:Decrypt", Resource: "*" };
const withPolicy = (...statements: readonly object[]) =>
    key({ policy: JSON.stringify({ Statement: statements }) });
const ownAccount = { StringEquals: { "kms:CallerAccount": "111122223333" } };
const standalone = (statement: object) => [
    ...key({ policy: undefined }),
    resource("aws:kms/keyPolicy:KeyPolicy", "key-policy", {
        keyId: ref("key"),
        policy: JSON.stringify({ Statement: [statement] }),
    }),
];

export const specimens: Specimens = {
    config: { deletionWindowDays: 14 },
    compliant: {
        "open to its own account": key(),
        "everybody of the account, by a condition": withPolicy({ ...everybody, Condition: ownAccount }),
        "a policy of its own": standalone({ ...everybody, Condition: ownAccount }),
        "a policy that is an object": key({
            policy: { Statement: [{ ...everybody, Principal: { Service: "logs.amazonaws.com" } }] },
        }),
    },
    violating: {
        "open to everybody": withPolicy(everybody),
        "open to everybody, spelt out": withPolicy({ ...everybody, Principal: { AWS: ["*"] } }),
        "open to everybody by an object": key({ policy: { Statement: everybody } }),
        "open to everybody but one": withPolicy({
            ...everybody,
            Principal: undefined,
            NotPrincipal: { AWS: "arn:aws:iam::111122223333:root" },
        }),
        "a condition that everybody meets": withPolicy({
            ...everybody,
            Condition: { Bool: { "aws:SecureTransport": "true" } },
        }),
        "a condition that shuts out one account only": withPolicy({
            ...everybody,
            Condition: { StringNotEquals: { "kms:CallerAccount": "999988887777" } },
        }),
        "open to everybody by a policy of its own": standalone(everybody),
        "no policy": key({ policy: undefined }),
        "deleted within a week": key({ deletionWindowInDays: 7 }),
        "the check against lockout bypassed": key({ bypassPolicyLockoutSafetyCheck: true }),
        "switched off": key({ isEnabled: false }),
        "a replica switched off": key({ enabled: false }, "aws:kms/replicaKey:ReplicaKey"),
    },
    undecidable: { "a policy that nobody knows yet": key({ policy: ref("key", "anything") }) },
};
