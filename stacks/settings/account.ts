import { z } from "zod";

/**
 * The account the environment lives in. Policies name it, so that they are whole before anything
 * exists, and the provider refuses to touch any other.
 */
export const accountSection = z
    .string()
    .regex(/^\d{12}$/, "the twelve digits of an account, in quotation marks")
    .meta({ examples: ['"123456789012"'] });
