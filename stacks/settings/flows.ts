import { z } from "zod";

const flow = z.strictObject({
    from: z.string().meta({ examples: ["alb"] }),
    to: z.string().meta({ examples: ["app"] }),
    port: z.string().meta({ examples: ["tcp/8080"] }),
    because: z
        .string()
        .min(1)
        .meta({ examples: ["requests the load balancer hands on"] }),
});

/** The flow table: who may open a session to whom, on what, and why. Nothing else opens a path. */
export const flowsSection = z
    .array(flow)
    .meta({ examples: ["[{from: alb, to: app, port: tcp/8080, because: …}]"] });
