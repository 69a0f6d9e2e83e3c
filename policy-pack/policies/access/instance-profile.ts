import {
    configurationType,
    hasTemplate,
    instanceType,
    spotFleetType,
    spotType,
    templatesOf,
    templateType,
} from "../../access/launch";
import { hasProfile, missingProfiles, withoutProfile } from "../../access/profiles";
import { undecidable, type Faults } from "../../fault";
import { perResourceAndStack, rule } from "../../rule";

const hostTypes = [instanceType, spotType];

export const instanceProfile = rule(
    {
        id: "instance-profile",
        title: "Every host has a role of its own",
        severity: "medium",
        checklist: ["access-4"],
        why: "A host without a role gets its permissions by access keys that somebody copies onto it.",
        fix: "Set `iamInstanceProfile` on the instance or its launch template.",
        docs: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2.html",
    },
    perResourceAndStack(
        [...hostTypes, configurationType, spotFleetType],
        (record): Faults => (hasTemplate(record) ? [] : missingProfiles(record)),
        (stack) => {
            const hosts = stack
                .stated(...hostTypes)
                .map((host) => ({ host, from: templatesOf(stack, host) }));
            const ofHosts = new Set(hosts.flatMap(({ from }) => (from.known ? from.value : [])));
            const ofFleets = stack
                .ofType(templateType, configurationType)
                .filter((template) => !ofHosts.has(template) && !hasProfile(template));
            const bare = hosts.flatMap(({ host, from }): Faults => {
                if (hasProfile(host)) {
                    return [];
                }
                if (!from.known) {
                    return [undecidable(from.undecided, "whether its template names a role cannot be told")];
                }
                return hasTemplate(host) && from.value.every(hasProfile) ? [] : [withoutProfile(host)];
            });
            return [...bare, ...[...ofFleets, ...stack.stated(spotFleetType)].flatMap(missingProfiles)];
        },
    ),
);
