/** An AWS managed rule that keeps watching, in the account, what a checklist line asks for. */
export interface ConfigRulePlan {
    /** The rule's name in the account. */
    readonly name: string;
    /** AWS's identifier of the managed rule. */
    readonly identifier: string;
    /** The checklist line it serves, in the seed's words. */
    readonly checklist: string;
    readonly parameters?: { readonly [parameter: string]: string };
}

/** What the account decides about the rules. */
export interface ConfigRuleOptions {
    /** TCP ports that may be open to the internet. */
    readonly publicPorts: readonly number[];
}

/** One or more managed rules for every checklist line that AWS Config can watch. */
export function configRules(options: ConfigRuleOptions): ConfigRulePlan[] {
    const rule = (checklist: string, identifier: string, parameters?: ConfigRulePlan["parameters"]) => ({
        name: identifier.toLowerCase().replaceAll("_", "-"),
        identifier,
        checklist,
        ...(parameters === undefined ? {} : { parameters }),
    });
    return [
        rule("Security groups following least privilege", "INCOMING_SSH_DISABLED"),
        rule("Security groups following least privilege", "RESTRICTED_INCOMING_TRAFFIC"),
        rule("Security groups following least privilege", "VPC_SG_OPEN_ONLY_TO_AUTHORIZED_PORTS", {
            authorizedTcpPorts: options.publicPorts.join(","),
        }),
        rule("Security groups following least privilege", "VPC_DEFAULT_SECURITY_GROUP_CLOSED"),
        rule("NACLs for additional subnet-level protection where required", "NACL_NO_UNRESTRICTED_SSH_RDP"),
        rule("VPC Flow Logs enabled", "VPC_FLOW_LOGS_ENABLED"),
        rule("No unnecessary public IP addresses", "EC2_INSTANCE_NO_PUBLIC_IP"),
        rule("No unnecessary public IP addresses", "SUBNET_AUTO_ASSIGN_PUBLIC_IP_DISABLED"),
        rule("No unnecessary public IP addresses", "EIP_ATTACHED"),
        rule("VPC Endpoints for AWS service access from private subnets", "SERVICE_VPC_ENDPOINT_ENABLED", {
            serviceName: "ssm",
        }),
        rule("Session Manager preferred over SSH where possible", "EC2_INSTANCE_MANAGED_BY_SSM"),
        rule("IAM roles on instances instead of embedded access keys", "EC2_INSTANCE_PROFILE_ATTACHED"),
        rule("IAM roles on instances instead of embedded access keys", "EC2_IMDSV2_CHECK"),
        rule("MFA for administrative access", "MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS"),
        rule("MFA for administrative access", "ROOT_ACCOUNT_MFA_ENABLED"),
        rule("MFA for administrative access", "IAM_PASSWORD_POLICY"),
        rule("CloudWatch monitoring enabled", "EC2_INSTANCE_DETAILED_MONITORING_ENABLED"),
        rule("CloudTrail for API audit logging", "MULTI_REGION_CLOUD_TRAIL_ENABLED"),
        rule("CloudTrail for API audit logging", "CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED"),
        rule("EBS volumes encrypted at rest", "ENCRYPTED_VOLUMES"),
        rule("EBS volumes encrypted at rest", "EC2_EBS_ENCRYPTION_BY_DEFAULT"),
        rule("SSL/TLS for data in transit", "ALB_HTTP_TO_HTTPS_REDIRECTION_CHECK"),
        rule("SSL/TLS for data in transit", "S3_BUCKET_SSL_REQUESTS_ONLY"),
        rule("KMS keys for encryption management", "CMK_BACKING_KEY_ROTATION_ENABLED"),
        rule("Regular backups with tested recovery", "RDS_IN_BACKUP_PLAN"),
        rule("Regular backups with tested recovery", "DB_INSTANCE_BACKUP_ENABLED"),
        rule("VPC with separate public, private, and database subnets", "RDS_INSTANCE_PUBLIC_ACCESS_CHECK"),
        rule(
            "Patch management process (Systems Manager Patch Manager)",
            "EC2_MANAGEDINSTANCE_PATCH_COMPLIANCE_STATUS_CHECK",
        ),
    ];
}
