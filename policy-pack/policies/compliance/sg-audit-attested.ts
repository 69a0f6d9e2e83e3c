import { attestation } from "../../attestation";

export const sgAuditAttested = attestation({
    id: "sg-audit-attested",
    title: "Somebody answers for the security groups having been audited",
    severity: "medium",
    checklist: ["compliance-2"],
    why: "A plan shows what is open, never that somebody still knows what for.",
    docs: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-best-practices.html",
    statement: "every rule of every security group was gone through, and is still needed",
    validDays: 90,
});
