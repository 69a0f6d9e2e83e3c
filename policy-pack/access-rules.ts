import { amiOwner } from "./policies/access/ami-owner";
import { bastionRestricted } from "./policies/access/bastion-restricted";
import { iamMfa } from "./policies/access/iam-mfa";
import { iamNoAdmin } from "./policies/access/iam-no-admin";
import { iamNoServiceWildcard } from "./policies/access/iam-no-service-wildcard";
import { iamTrustScoped } from "./policies/access/iam-trust-scoped";
import { iamUserPolicies } from "./policies/access/iam-user-policies";
import { imdsHopLimit } from "./policies/access/imds-hop-limit";
import { imdsv2 } from "./policies/access/imdsv2";
import { instanceEniLaunch } from "./policies/access/instance-eni-launch";
import { instanceProfile } from "./policies/access/instance-profile";
import { instanceTerminationProtection } from "./policies/access/instance-termination-protection";
import { mfaAttested } from "./policies/access/mfa-attested";
import { noEmbeddedKeys } from "./policies/access/no-embedded-keys";
import { noIamAccessKeys } from "./policies/access/no-iam-access-keys";
import { passwordPolicy } from "./policies/access/password-policy";
import { serialConsole } from "./policies/access/serial-console";
import { sessionManagerLogging } from "./policies/access/session-manager-logging";
import { sshKeyStrength } from "./policies/access/ssh-key-strength";
import { sshdHardening } from "./policies/access/sshd-hardening";
import { ssmDocsPrivate } from "./policies/access/ssm-docs-private";
import { ssmManagedRole } from "./policies/access/ssm-managed-role";
import { ssmOverSsh } from "./policies/access/ssm-over-ssh";
import type { AnyRule } from "./rule";

/** The policies of the controls of access, and what is signed off about it. */
export const accessRules: readonly AnyRule[] = [
    amiOwner,
    bastionRestricted,
    iamMfa,
    iamNoAdmin,
    iamNoServiceWildcard,
    iamTrustScoped,
    iamUserPolicies,
    imdsHopLimit,
    imdsv2,
    instanceEniLaunch,
    instanceProfile,
    instanceTerminationProtection,
    mfaAttested,
    noEmbeddedKeys,
    noIamAccessKeys,
    passwordPolicy,
    serialConsole,
    sessionManagerLogging,
    sshKeyStrength,
    sshdHardening,
    ssmDocsPrivate,
    ssmManagedRole,
    ssmOverSsh,
];
