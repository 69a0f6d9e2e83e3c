import { z } from "zod";

// https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
const tagText = /^[\p{L}\p{N}\p{Z}_.:/=+\-@]*$/u;
const allowedText = "letters, digits, spaces and _ . : / = + - @";

const tagKey = z
    .string()
    .min(1)
    .max(128, "at most 128 characters")
    .regex(tagText, allowedText)
    .regex(/^(?!aws:)/i, "keys that do not begin with aws:, which is AWS's own")
    .regex(/^(?!Name$)/, "keys other than Name, which every resource has of its own");

/** Tags of every resource. `environment` is added to them. */
export const tagsSection = z
    .record(tagKey, z.string().max(256, "at most 256 characters").regex(tagText, allowedText))
    .default({})
    .meta({ examples: ["{owner: platform}"] });
