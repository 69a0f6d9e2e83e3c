import { hasTemplate, launchTypes, perLaunch, spotFleetType, templatesOf } from "../../access/launch";
import {
    canSetMetadata,
    isMetadataOff,
    metadataDefaultsType,
    statedTokenFaults,
    tokensByDefault,
    tokensPath,
} from "../../access/metadata";
import { undecidable, violates, type Faults } from "../../fault";
import { at, isSet, type Source } from "../../reading";
import { perResourceAndStack, rule } from "../../rule";

const judgedTypes = [...launchTypes, metadataDefaultsType];

export const imdsv2 = rule(
    {
        id: "imdsv2",
        title: "Instance metadata answers only those who show a token (IMDSv2)",
        severity: "high",
        checklist: ["access-4"],
        why: "Without a token, a single forged request from a web application hands out the role's credentials.",
        fix: 'Set `metadataOptions.httpTokens` to "required" on the instance or its launch template.',
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-8",
        remediate: (record) =>
            isMetadataOff(record) || !canSetMetadata(record)
                ? undefined
                : { [tokensPath(record)]: "required" },
    },
    perResourceAndStack(judgedTypes, statedTokenFaults, (stack) => {
        const byDefault = tokensByDefault(stack);
        const hosts = stack.stated(...judgedTypes).flatMap((record): Faults => {
            const path = tokensPath(record);
            if (isMetadataOff(record) || isSet(record, path)) {
                return statedTokenFaults(record);
            }
            const templates = templatesOf(stack, record);
            if (!templates.known) {
                return [
                    undecidable(templates.undecided, "whether its template asks for tokens cannot be told"),
                ];
            }
            // A template answers for itself, here or in the stack that owns it.
            return byDefault || hasTemplate(record)
                ? []
                : [violates(at(record, path), "is not set, so metadata answers without a token")];
        });
        const fleets = byDefault ? [] : stack.stated(spotFleetType);
        return [...hosts, ...fleets.flatMap((fleet) => perLaunch(fleet, withoutTokens))];
    }),
);

/** Only a template can ask for tokens: a launch specification has no place to. */
const withoutTokens = (launch: Source): Faults => [
    violates(at(launch), "cannot ask for tokens, as a launch template in `launchTemplateConfigs` could"),
];
