import { roleType } from "../../access/identity-policies";
import { grantsOf, isAttached, mayTake } from "../../access/role-grants";
import { agentActions, agentPolicies, managesByDefault } from "../../access/systems-manager";
import { undecidable, violates, type Faults } from "../../fault";
import { isSet } from "../../reading";
import { perStack, rule } from "../../rule";

const profileType = "aws:iam/instanceProfile:InstanceProfile";

export const ssmManagedRole = rule(
    {
        id: "ssm-managed-role",
        title: "Every host's role lets Systems Manager reach it",
        severity: "medium",
        checklist: ["access-2", "compliance-3"],
        why: "A host that Systems Manager cannot reach is entered by SSH, and patched by nobody.",
        fix: "Attach arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore to the role.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html#ssm-1",
    },
    perStack((stack) =>
        managesByDefault(stack)
            ? []
            : stack.ofType(profileType).flatMap((profile): Faults => {
                  const roles = stack.references(profile, "role", roleType);
                  if (!isSet(profile, "role")) {
                      return [violates(profile, "holds no role")];
                  }
                  if (!roles.known || roles.value.length === 0) {
                      const open = roles.known ? elsewhere(profile.urn) : roles.undecided;
                      return [undecidable(open, "whether Systems Manager reaches its hosts cannot be told")];
                  }
                  const grants = grantsOf(stack, roles.value[0]!);
                  if (isAttached(grants, agentPolicies) || mayTake(grants, agentActions)) {
                      return [];
                  }
                  return grants.undecided.length > 0
                      ? grants.undecided.map((open) =>
                            undecidable(open, "what the role may do cannot be told"),
                        )
                      : [
                            violates(
                                roles.value[0],
                                "does not let the agent of Systems Manager work on its hosts",
                            ),
                        ];
              }),
    ),
);

const elsewhere = (urn: string) => ({
    urn,
    property: "role",
    reason: "it names a role of another stack",
    remedy: "Manage the role in this stack, beside its profile.",
});
