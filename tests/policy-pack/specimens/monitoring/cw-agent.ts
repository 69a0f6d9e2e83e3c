import { changed, without } from "../../support/base-network";
import { base64, fleet, host, hostFromTemplate, later, parameter } from "../../support/hosts";
import { allow, document, role } from "../../support/iam";
import {
    ref,
    resource,
    type Specimens,
    type SpecimenResource,
    type SpecimenValue,
} from "../../support/specimen";

const script = "#!/bin/bash\ndnf install -y amazon-cloudwatch-agent\n";
const associated = (targets: SpecimenValue, more: SpecimenResource["inputs"] = {}) =>
    resource("aws:ssm/association:Association", "agent", {
        name: "AmazonCloudWatch-ManageAgent",
        targets,
        ...more,
    });
const byTag = [{ key: "tag:PatchGroup", values: ["app"] }];
const rights = [
    role(),
    resource("aws:iam/instanceProfile:InstanceProfile", "profile", { role: ref("worker", "name") }),
    resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "attached", {
        role: ref("worker", "name"),
        policyArn: "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy",
    }),
];
const profile = { iamInstanceProfile: { arn: ref("profile", "arn") } };
const tagged = { tags: [{ key: "PatchGroup", value: "app", propagateAtLaunch: true }] };
const good = [...rights, ...fleet(profile, tagged), associated(byTag)];
const own = (...actions: readonly string[]) =>
    resource("aws:iam/rolePolicy:RolePolicy", "inline", {
        role: ref("worker", "name"),
        policy: document(allow(actions, "*")),
    });

export const specimens: Specimens = {
    compliant: {
        "an association by the fleet's tag": good,
        "an association by the tag of what is launched": [
            ...rights,
            ...fleet({
                ...profile,
                tagSpecifications: [{ resourceType: "instance", tags: { PatchGroup: "app" } }],
            }),
            associated(byTag),
        ],
        "an association by a host's id": [
            ...host(),
            associated([{ key: "InstanceIds", values: [ref("host")] }]),
        ],
        "an association for every host": [...host(), associated([{ key: "InstanceIds", values: ["*"] }])],
        "the package installed": [
            ...host({ tags: { PatchGroup: "app" } }),
            associated(byTag, {
                name: "AWS-ConfigureAWSPackage",
                parameters: { action: "Install", name: "AmazonCloudWatchAgent" },
            }),
        ],
        "installed at boot": host({ userData: script }),
        "installed at boot by the template": [
            ...rights,
            ...hostFromTemplate({ ...profile, userData: base64(script) }),
        ],
        "a role with rights of its own": [
            ...without(good, "attached"),
            own("cloudwatch:PutMetricData", "logs:PutLogEvents", "logs:CreateLogStream"),
        ],
        "no hosts": rights,
    },
    violating: {
        "a host without": host(),
        "a fleet without": [...rights, ...fleet(profile, tagged)],
        "an association by another tag": changed(good, "agent", {
            targets: [{ key: "tag:PatchGroup", values: ["db"] }],
        }),
        "another package": changed(good, "agent", {
            name: "AWS-ConfigureAWSPackage",
            parameters: { action: "Install", name: "AWSCodeDeployAgent" },
        }),
        "another document": changed(good, "agent", { name: "AWS-UpdateSSMAgent" }),
        "a role that may not report": without(good, "attached"),
        "a role that may report metrics only": [
            ...without(good, "attached"),
            own("cloudwatch:PutMetricData"),
        ],
    },
    undecidable: {
        "a script that is written later": [parameter, ...host({ userData: later })],
        "a template that is named later": [parameter, ...host({ launchTemplate: { id: later } })],
    },
};
