import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { unlessNarrow } from "../../data/open-policies";
import { violates, type Faults } from "../../fault";
import { at, faultUnless, flag, isSet, number } from "../../reading";
import { perResourceAndStack, rule } from "../../rule";
import { wholeNumber } from "../../settings";

const keyTypes = ["aws:kms/key:Key", "aws:kms/replicaKey:ReplicaKey", "aws:kms/externalKey:ExternalKey"];
const policyType = "aws:kms/keyPolicy:KeyPolicy";

export const kmsPolicy = rule(
    {
        id: "kms-policy",
        title: "KMS keys are on, open to nobody unknown, and cannot vanish overnight",
        severity: "high",
        checklist: ["data-3"],
        why: "Whoever may use the key may read everything it encrypts; once it is deleted, nobody can.",
        fix: "Write a key policy that names accounts, roles or services, and leave time before deletion.",
        docs: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
        config: {
            deletionWindowDays: wholeNumber("Days that must pass at least before a key is deleted", 7, 7),
        },
    },
    perResourceAndStack(
        [...keyTypes, policyType],
        (key, { deletionWindowDays }) => ofOne(key, deletionWindowDays),
        (stack, { deletionWindowDays }) => [
            ...stack.stated(...keyTypes, policyType).flatMap((key) => ofOne(key, deletionWindowDays)),
            ...stack
                .stated(...keyTypes)
                .filter((key) => !isSet(key, "policy"))
                .filter((key) => stack.referrers(key, policyType, "keyId").length === 0)
                .map((key) => violates(at(key, "policy"), "is not set, which leaves the key to IAM alone")),
        ],
    ),
);

const ofOne = (key: ResourceRecord, days: number): Faults => [
    ...unlessNarrow(key, "use the key"),
    ...faultUnless(
        flag(key, "bypassPolicyLockoutSafetyCheck", false),
        (bypasses) => !bypasses,
        "is true, so that a slip can lock everybody out of the key for good",
    ),
    ...(key.type === policyType ? [] : availability(key, days)),
];

const availability = (key: ResourceRecord, days: number): Faults => [
    ...["isEnabled", "enabled"].flatMap((property) =>
        faultUnless(flag(key, property, true), (on) => on, "is false: what the key encrypts cannot be read"),
    ),
    ...faultUnless(
        number(key, "deletionWindowInDays", 30),
        (window) => window >= days,
        (window) => `is ${window} days; ${days} are needed to notice a deletion`,
    ),
];
