import { attachedArns, attachmentTypes, documentTypes, perAllowance } from "../../access/identity-policies";
import { isEverything, reachesEverything, takesIn } from "../../access/wildcards";
import { violates, type Faults } from "../../fault";
import { perResource, rule } from "../../rule";

/** Policies of AWS that make their bearer an administrator, at once or by a detour over IAM. */
const adminPolicies = ["AdministratorAccess", "IAMFullAccess", "AdministratorAccess-Amplify"];

export const iamNoAdmin = rule(
    {
        id: "iam-no-admin",
        title: "No policy makes its bearer an administrator",
        severity: "critical",
        checklist: ["access-4"],
        why: "Whoever takes over one host or one user with every permission has taken over the account.",
        fix: "List the actions and resources that are needed; let a deployment role alone change IAM.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-1",
    },
    perResource([...new Set([...documentTypes, ...attachmentTypes])], (record): Faults => [
        ...perAllowance(record, ({ actions, notActions, ...statement }, place) => {
            const whole = actions.find(isEverything);
            if (whole !== undefined) {
                return [violates(place, `allows every action ("${whole}")`)];
            }
            if (!reachesEverything({ actions, notActions, ...statement })) {
                return [];
            }
            const ofIam = actions.find((action) => takesIn(action, "iam:*"));
            return ofIam !== undefined
                ? [violates(place, `allows every action of IAM ("${ofIam}"), and by that all others`)]
                : notActions.length > 0
                  ? [violates(place, `allows every action but ${notActions.join(", ")}`)]
                  : [];
        }),
        ...attachedArns(record)
            .filter(({ arn }) => adminPolicies.some((name) => arn.endsWith(`:policy/${name}`)))
            .map(({ arn, place }) => violates(place, `attaches ${arn.split("/").pop()!}`)),
    ]),
);
