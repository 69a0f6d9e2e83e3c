import { later, parameter } from "../../support/hosts";
import { allow, document, managed, role } from "../../support/iam";
import { ref, resource, type Specimens } from "../../support/specimen";

const bucket = "arn:aws:s3:::records/*";
const key = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555";
const anyKey = "arn:aws:kms:us-east-1:111122223333:key/*";
const byAlias = { Condition: { StringEquals: { "kms:ResourceAliases": "alias/app" } } };

export const specimens: Specimens = {
    compliant: {
        "named actions on named resources": managed(allow(["s3:GetObject", "s3:PutObject"], bucket)),
        "descriptions of everything": managed(allow(["ec2:Describe*", "s3:ListAllMyBuckets"], "*")),
        "an action that knows no resource": managed(allow("cloudwatch:PutMetricData", "*")),
        "an action that is agreed on": {
            config: { unscopedActions: ["polly:SynthesizeSpeech"] },
            resources: managed(allow("polly:SynthesizeSpeech", "*")),
        },
        "everything under a condition": managed(
            allow("ec2:StopInstances", "*", {
                Condition: { StringEquals: { "aws:ResourceTag/Team": "app" } },
            }),
        ),
        "one key": managed(allow("kms:Decrypt", key)),
        "keys by their alias": managed(allow("kms:Decrypt", anyKey, byAlias)),
        "one role": managed(allow("iam:PassRole", "arn:aws:iam::111122223333:role/worker")),
        "a whole service denied": managed({ Effect: "Deny", Action: "s3:*", Resource: "*" }),
        "policies of AWS for a purpose": [
            role({ managedPolicyArns: ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"] }),
        ],
    },
    violating: {
        "a whole service": managed(allow("s3:*", "*")),
        "a whole service on one bucket": managed(allow(["s3:*"], [bucket])),
        "writes to everything": managed(allow("s3:PutObject", "*")),
        "reads of everything": managed(allow("secretsmanager:GetSecretValue", "*")),
        "any role passed on": managed(allow("iam:PassRole", "*")),
        "any role of the account": managed(allow("iam:PassRole", "arn:aws:iam::111122223333:role/*")),
        "any role, though to one service": managed(
            allow("iam:PassRole", "*", {
                Condition: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
            }),
        ),
        "any key": managed(allow("kms:Decrypt", "*")),
        "any key of the account": managed(allow(["kms:Decrypt"], anyKey)),
        "all but one resource": managed({ Effect: "Allow", Action: "s3:PutObject", NotResource: bucket }),
        "in a role's own document": [
            role(),
            resource("aws:iam/rolePolicy:RolePolicy", "own", {
                role: ref("worker", "name"),
                policy: document(allow("dynamodb:*", "*")),
            }),
        ],
        "a whole service by a policy of AWS": [
            role({ managedPolicyArns: ["arn:aws:iam::aws:policy/AmazonS3FullAccess"] }),
        ],
        "a developer's policy": [
            resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "attached", {
                role: "worker",
                policyArn: "arn:aws:iam::aws:policy/PowerUserAccess",
            }),
        ],
    },
    undecidable: {
        "a document that is written later": [
            parameter,
            resource("aws:iam/policy:Policy", "own", { policy: later }),
        ],
    },
};
