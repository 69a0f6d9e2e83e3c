import { isSet, text } from "../reading";
import type { Stack } from "../stack";

/** Policies of AWS by which the agent of Systems Manager may do its work. */
export const agentPolicies = [
    "AmazonSSMManagedInstanceCore",
    "AmazonSSMManagedEC2InstanceDefaultPolicy",
    "service-role/AmazonEC2RoleforSSM",
];
/** What the agent calls to be managed at all, and to hold a session. */
export const agentActions = [
    "ssm:UpdateInstanceInformation",
    "ssmmessages:CreateControlChannel",
    "ssmmessages:CreateDataChannel",
    "ssmmessages:OpenControlChannel",
    "ssmmessages:OpenDataChannel",
];

/** Whether the account's default role manages every host that has none of its own for it. */
export const managesByDefault = (stack: Stack): boolean =>
    stack.stated("aws:ssm/serviceSetting:ServiceSetting").some((setting) => {
        const id = text(setting, "settingId", "");
        return (
            id.known &&
            id.value.endsWith("/ssm/managed-instance/default-ec2-instance-management-role") &&
            isSet(setting, "settingValue")
        );
    });
