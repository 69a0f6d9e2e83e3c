import { violates, type Faults } from "../../fault";
import { at, text } from "../../reading";
import { perResource, rule } from "../../rule";
import { textList } from "../../settings";

const keyType = "aws:iam/accessKey:AccessKey";

export const noIamAccessKeys = rule(
    {
        id: "no-iam-access-keys",
        title: "Nobody has a user or a long-lived key in IAM; the root user never",
        severity: "high",
        checklist: ["access-4", "access-5"],
        why: "Long-lived keys leak, are seldom rotated, and know no second factor.",
        fix: "Sign people in through IAM Identity Center, and give programs a role.",
        docs: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
        config: {
            machineUsers: textList("Users that programs outside AWS need, for they can take no role", []),
        },
    },
    perResource([keyType, "aws:iam/user:User"], (record, { machineUsers }): Faults => {
        const isKey = record.type === keyType;
        const path = isKey ? "user" : "name";
        const user = text(record, path, isKey ? "" : record.name);
        if (isKey && user.known && /^(<root_account>|root)$/i.test(user.value)) {
            return [violates(at(record, path), "is the root user, which must have no key")];
        }
        if (user.known && machineUsers.includes(user.value)) {
            return [];
        }
        return [
            violates(at(record, path), isKey ? "gets a key that never expires" : "is a user of IAM itself"),
        ];
    }),
);
