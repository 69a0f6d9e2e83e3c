import { z } from "zod";
import { interfaceServices, sessionServices } from "../../components/planning/endpoint-policy";

const sessions = z
    .strictObject({
        /** The account's session preferences: made here, or by another environment of the account. */
        preferences: z.enum(["create", "existing"]).default("create"),
        /** Name of what made them, where it was not this environment: `prod-sessions`. */
        existingName: z.string().optional(),
        idleTimeoutMinutes: z.int().min(1).max(60).default(15),
    })
    .prefault({});

/** How people reach instances: through Session Manager, which needs no open port, or SSH by a bastion. */
export const accessSection = z
    .strictObject({
        mode: z
            .enum(["sessionManager", "bastion", "both"])
            .default("sessionManager")
            .meta({ examples: ["sessionManager"] }),
        sessions,
        /** AWS services that instances reach through interface endpoints. */
        services: z
            .array(z.enum(interfaceServices))
            .default([...sessionServices])
            .meta({ examples: ["[ssm, ssmmessages, ec2messages]"] }),
        /** The public key that may sign in at the bastion, in OpenSSH's one-line form. */
        publicKey: z.string().optional(),
    })
    .prefault({})
    .meta({ examples: ["{mode: sessionManager}"] });
