import {
    configuration,
    fleet,
    host,
    hostFromTemplate,
    later,
    parameter,
    spotFleet,
    spotFleetLater,
} from "../../support/hosts";
import { ref, resource, type Specimens } from "../../support/specimen";

const profile = resource("aws:iam/instanceProfile:InstanceProfile", "profile", { role: "worker" });
const byName = { iamInstanceProfile: ref("profile", "name") };
const byArn = { iamInstanceProfile: { arn: ref("profile", "arn") } };

export const specimens: Specimens = {
    compliant: {
        "a host with a profile": [profile, ...host(byName)],
        "a host with a profile of another stack": host({ iamInstanceProfile: "shared" }),
        "a host whose template has one": [profile, ...hostFromTemplate(byArn)],
        "a host that has what its template lacks": [profile, ...hostFromTemplate({}, byName)],
        "a fleet": [profile, ...fleet(byArn)],
        "a fleet whose profile is named later": [
            parameter,
            ...fleet({ iamInstanceProfile: { name: later } }),
        ],
        "a spot fleet": [
            profile,
            ...spotFleet(
                { iamInstanceProfile: ref("profile", "name") },
                { iamInstanceProfileArn: ref("profile", "arn") },
            ),
        ],
        "an outdated launch configuration": [profile, ...configuration(byName)],
    },
    violating: {
        "a host without one": host(),
        "a host whose template has none": hostFromTemplate(),
        "a fleet": fleet(),
        "a spot fleet": spotFleet({ iamInstanceProfile: "shared" }, {}),
        "a template that names none in its block": fleet({ iamInstanceProfile: {} }),
        "an outdated launch configuration": configuration(),
    },
    undecidable: {
        "a spot fleet that is described later": spotFleetLater,
        "a template that is named later": [parameter, ...host({ launchTemplate: { id: later } })],
    },
};
