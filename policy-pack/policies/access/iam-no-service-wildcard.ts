import { attachedArns, attachmentTypes, documentTypes, perAllowance } from "../../access/identity-policies";
import { isEverything, isWholeService, reachesEverything, takesIn } from "../../access/wildcards";
import { unscopedActions } from "../../access/unscoped-actions";
import { violates, type Faults, type Place } from "../../fault";
import type { Statement } from "../../policy-statements";
import { perResource, rule } from "../../rule";
import { textList } from "../../settings";

export const iamNoServiceWildcard = rule(
    {
        id: "iam-no-service-wildcard",
        title: "Policies name the actions and resources that they are about",
        severity: "high",
        checklist: ["access-4"],
        why: "A wildcard grants what nobody thought of, and next year's actions and resources with it.",
        fix: "List the actions, and name the resources by ARN; where an action knows no resource, add a condition.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-21",
        config: {
            unscopedActions: textList("Further actions that may be allowed on every resource", []),
        },
    },
    perResource([...new Set([...documentTypes, ...attachmentTypes])], (record, settings): Faults => [
        ...perAllowance(record, (statement, place) =>
            allowanceFaults(statement, place, [...unscopedActions, ...settings.unscopedActions]),
        ),
        ...attachedArns(record)
            .filter(({ arn }) =>
                /^arn:[\w-]+:iam::aws:policy\/.*(FullAccess(_?v\d+)?|PowerUserAccess)$/i.test(arn),
            )
            .map(({ arn, place }) => violates(place, `attaches ${arn.split("/").pop()!}, a whole service`)),
    ]),
);

function allowanceFaults(statement: Statement, place: Place, unscoped: readonly string[]): Faults {
    const { actions, resources, hasCondition } = statement;
    const whole = actions.filter(isWholeService);
    const every = actions.filter(isEverything);
    const passes = actions.some((action) => takesIn(action, "iam:PassRole"));
    const isAnyRole = resources.some((resource) => /^(\*|arn:[^/]*:role\/\*)$/.test(resource));
    const decrypts = actions.some((action) => takesIn(action, "kms:Decrypt"));
    const isAnyKey = resources.some((resource) => /^(\*|arn:[^/]*:key\/\*)$/.test(resource));
    const wide = actions.filter(
        (action) => !isEverything(action) && !unscoped.some((known) => takesIn(known, action)),
    );
    const everywhere = reachesEverything(statement);
    return [
        ...whole.map((action) => violates(place, `allows a whole service ("${action}")`)),
        ...every.map((action) => violates(place, `allows every service ("${action}")`)),
        ...(passes && (isAnyRole || everywhere)
            ? [violates(place, "lets any role be passed on (iam:PassRole)")]
            : []),
        ...(decrypts && (isAnyKey || everywhere) && !hasCondition
            ? [violates(place, "decrypts with any key (kms:Decrypt)")]
            : []),
        ...(everywhere && !hasCondition && wide.length > 0
            ? [violates(place, `allows ${wide.join(", ")} on every resource`)]
            : []),
    ];
}
