import { attestation } from "../../attestation";

export const incidentDrillAttested = attestation({
    id: "incident-drill-attested",
    title: "Somebody answers for the incident response plan having been drilled",
    severity: "medium",
    checklist: ["compliance-4"],
    why: "A plan shows runbooks and alerts, never that people find them at three in the morning.",
    docs: "https://docs.aws.amazon.com/whitepapers/latest/aws-security-incident-response-guide/aws-security-incident-response-guide.html",
    statement: "the incident response plan is written down and was drilled with those on call",
    validDays: 365,
});
