import { attestation } from "../../attestation";

export const mfaAttested = attestation({
    id: "mfa-attested",
    title: "Somebody answers for MFA being in use by all administrators",
    severity: "high",
    checklist: ["access-5"],
    why: "A plan shows that MFA is demanded where it defines policies, never that people carry a device.",
    docs: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html",
    statement: "everybody with administrative access signs in with MFA, the root user included",
    validDays: 365,
});
