import { changed, without } from "../../support/base-network";
import { backups, cluster, database, replica, volume } from "../../support/sound-data";
import { ref, resource, type Specimens, type SpecimenResource } from "../../support/specimen";

const data = [...volume(), ...database(), ...cluster()];
const selecting = (inputs: SpecimenResource["inputs"], ...what: readonly SpecimenResource[]) => [
    ...changed(backups, "selection", { selectionTags: undefined, ...inputs }),
    ...what,
];
const untagged = { tags: { Backup: "never" } };

export const specimens: Specimens = {
    config: { retentionDays: 30, copies: false },
    compliant: {
        "by tag": [...backups, ...data],
        "by the tag that the provider adds": [
            ...backups,
            ...volume({ tags: {}, tagsAll: { Backup: "daily" } }),
        ],
        everything: selecting({ resources: ["*"] }, ...volume(untagged)),
        "every disk": selecting({ resources: ["arn:aws:ec2:*:*:volume/*"] }, ...volume(untagged)),
        "every database whose name begins so": selecting(
            { resources: ["arn:aws:rds:us-east-1:111122223333:db:ord*"] },
            ...database(untagged),
        ),
        "by reference": selecting({ resources: [ref("database", "arn")] }, ...database(untagged)),
        "by condition": selecting(
            {
                resources: ["*"],
                conditions: [{ stringEquals: [{ key: "aws:ResourceTag/Backup", value: "daily" }] }],
            },
            ...database(),
        ),
        "a replica, whose data is its source's": replica(),
        "a bastion, which holds nothing": [resource("aws:ec2/instance:Instance", "bastion", {})],
    },
    violating: {
        "no plan": volume(),
        "a cluster without a plan": cluster(),
        "another tag": [...backups, ...volume(untagged)],
        "an instance": [...backups, resource("aws:ec2/instance:Instance", "ledger", {})],
        "other resources": selecting({ resources: ["arn:aws:rds:*:*:db:*"] }, ...volume()),
        "taken out again": selecting(
            { resources: ["*"], notResources: ["arn:aws:ec2:*:*:volume/*"] },
            ...volume(),
        ),
        "a condition that it does not meet": selecting(
            {
                resources: ["*"],
                conditions: [{ stringEquals: [{ key: "aws:ResourceTag/Backup", value: "daily" }] }],
            },
            ...volume(untagged),
        ),
        "a vault by AWS's own key": changed(backups, "vault", { kmsKeyArn: undefined }),
        "a vault without a lock": without(backups, "lock"),
        "recovery points that go too early": changed(backups, "plan", {
            rules: [
                { ruleName: "daily", targetVaultName: ref("vault", "name"), lifecycle: { deleteAfter: 7 } },
            ],
        }),
        "a plan without rules": changed(backups, "plan", { rules: [] }),
    },
    undecidable: {
        "tags that nobody knows yet": selecting({ selectionTags: ref("plan", "anything") }, ...volume()),
    },
};
