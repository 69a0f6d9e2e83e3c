import { z } from "zod";

/** Begins the name of every resource, so it never changes once the environment exists. */
export const nameSection = z
    .string()
    // Load balancers have 32 characters for this, the load balancer's own part and Pulumi's suffix.
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "lower-case letters, digits and single hyphens, a letter first")
    .max(16, "at most 16 characters")
    .meta({ examples: ["prod"] });
