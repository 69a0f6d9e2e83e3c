import { z } from "zod";
import { GuardrailMode } from "../../components/account-guardrails";
import { PublicAccessMode } from "../../components/guardrails/public-access";

const mode = z
    .enum(GuardrailMode)
    .default(GuardrailMode.Create)
    .meta({ examples: ["create"] });

/** What the account has once: this environment creates it, another does, or nobody. */
export const guardrailsSection = z
    .strictObject({
        auditTrail: mode,
        existingTrailLogGroupName: z.string().optional(),
        configurationRecorder: mode,
        threatDetection: mode,
        accountDefaults: mode,
        /** Reaches every VPC of the account's region, so it is off unless asked for. */
        vpcPublicAccess: z
            .enum({ Off: "off", ...PublicAccessMode })
            .default("off")
            .meta({ examples: ["off"] }),
    })
    .prefault({});
