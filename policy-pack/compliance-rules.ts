import { accessAnalyzer } from "./policies/compliance/access-analyzer";
import { configRecorder } from "./policies/compliance/config-recorder";
import { configRulesPresent } from "./policies/compliance/config-rules-present";
import { incidentDrillAttested } from "./policies/compliance/incident-drill-attested";
import { incidentResponse } from "./policies/compliance/incident-response";
import { patching } from "./policies/compliance/patching";
import { policyBypass } from "./policies/compliance/policy-bypass";
import { providerHygiene } from "./policies/compliance/provider-hygiene";
import { securityhub } from "./policies/compliance/securityhub";
import { sgAuditAttested } from "./policies/compliance/sg-audit-attested";
import { tagging } from "./policies/compliance/tagging";
import type { AnyRule } from "./rule";

/** The policies of the controls of compliance and operations. */
export const complianceRules: readonly AnyRule[] = [
    accessAnalyzer,
    configRecorder,
    configRulesPresent,
    incidentDrillAttested,
    incidentResponse,
    patching,
    policyBypass,
    providerHygiene,
    securityhub,
    sgAuditAttested,
    tagging,
];
