import { later, parameter } from "../../support/hosts";
import { allow, document, role } from "../../support/iam";
import { ref, resource, type Specimens, type SpecimenResource } from "../../support/specimen";

const core = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
const profile = (of: SpecimenResource["inputs"][string] = ref("worker", "name")) =>
    resource("aws:iam/instanceProfile:InstanceProfile", "profile", { role: of });
const attached = (policyArn: SpecimenResource["inputs"][string]) =>
    resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "attached", {
        role: ref("worker", "name"),
        policyArn,
    });
const agent = allow(["ssm:UpdateInstanceInformation", "ssmmessages:*", "ec2messages:GetMessages"], "*");
const own = resource("aws:iam/policy:Policy", "own", { policy: document(agent) });

export const specimens: Specimens = {
    compliant: {
        "the policy of AWS": [role(), profile(), attached(core)],
        "the policy of AWS in another partition": [
            role(),
            profile(),
            attached("arn:aws-cn:iam::aws:policy/AmazonSSMManagedInstanceCore"),
        ],
        "among the role's policies": [role({ managedPolicyArns: [core] }), profile()],
        "attached to several": [
            role(),
            profile(),
            resource("aws:iam/policyAttachment:PolicyAttachment", "attached", {
                roles: [ref("worker", "name")],
                policyArn: core,
            }),
        ],
        "a policy of the program": [role(), profile(), own, attached(ref("own", "arn"))],
        "the role's own document": [
            role(),
            profile(),
            resource("aws:iam/rolePolicy:RolePolicy", "inline", {
                role: ref("worker"),
                policy: document(agent),
            }),
        ],
        "inline in the role": [
            role({ inlinePolicies: [{ name: "agent", policy: document(agent) }] }),
            profile(),
        ],
        "the account's default role": [
            role(),
            profile(),
            resource("aws:ssm/serviceSetting:ServiceSetting", "default", {
                settingId: "/ssm/managed-instance/default-ec2-instance-management-role",
                settingValue: "service-role/AWSSystemsManagerDefaultEC2InstanceManagementRole",
            }),
        ],
    },
    violating: {
        "no policy": [role(), profile()],
        "another policy": [
            role(),
            profile(),
            attached("arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"),
        ],
        "the policy on another role": [
            role(),
            role({}, "other"),
            profile(ref("other", "name")),
            attached(core),
        ],
        "half of what the agent needs": [
            role(),
            profile(),
            resource("aws:iam/rolePolicy:RolePolicy", "inline", {
                role: ref("worker"),
                policy: document(allow("ssm:UpdateInstanceInformation", "*")),
            }),
        ],
        "a profile without a role": [profile(undefined)].map((one) => ({ ...one, inputs: {} })),
    },
    undecidable: {
        "a role of another stack": [profile("shared")],
        "a role that is named later": [parameter, profile(later)],
        "a policy that is chosen later": [parameter, role(), profile(), attached(later)],
    },
};
