/** A line of the production checklist of the seed article, under the id that policies name it by. */
export interface ChecklistLine {
    readonly id: string;
    readonly area: "network" | "access" | "monitoring" | "data" | "compliance";
    readonly text: string;
}

/** The article's lines, word for word. */
const lines = {
    "network-1": "VPC with separate public, private, and database subnets",
    "network-2": "Security groups following least privilege",
    "network-3": "NACLs for additional subnet-level protection where required",
    "network-4": "VPC Flow Logs enabled",
    "network-5": "No unnecessary public IP addresses",
    "network-6": "VPC Endpoints for AWS service access from private subnets",
    "network-7": "NAT Gateway per AZ for private subnet outbound access",
    "access-1": "SSH key-based authentication only (no passwords)",
    "access-2": "Session Manager preferred over SSH where possible",
    "access-3": "Bastion host with restricted security group (if SSH needed)",
    "access-4": "IAM roles on instances instead of embedded access keys",
    "access-5": "MFA for administrative access",
    "access-6": "SSH daemon hardened (non-default port, root login disabled)",
    "monitoring-1": "CloudWatch monitoring enabled",
    "monitoring-2": "CloudTrail for API audit logging",
    "monitoring-3": "Security group change alerts",
    "monitoring-4": "Failed authentication monitoring",
    "monitoring-5": "Instance status check alarms with auto-recovery",
    "data-1": "EBS volumes encrypted at rest",
    "data-2": "SSL/TLS for data in transit",
    "data-3": "KMS keys for encryption management",
    "data-4": "Regular backups with tested recovery",
    "compliance-1": "AWS Config rules for security standards",
    "compliance-2": "Regular security group audits",
    "compliance-3": "Patch management process (Systems Manager Patch Manager)",
    "compliance-4": "Incident response plan documented and tested",
} as const;

export type ChecklistLineId = keyof typeof lines;

export const checklist: readonly ChecklistLine[] = Object.entries(lines).map(([id, text]) => ({
    id,
    area: id.slice(0, id.indexOf("-")) as ChecklistLine["area"],
    text,
}));

export const checklistText = (id: ChecklistLineId): string => lines[id];
