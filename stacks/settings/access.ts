import { z } from "zod";

/** How people reach instances: through Session Manager, which needs no open port, or SSH by a bastion. */
export const accessSection = z
    .strictObject({
        mode: z.enum(["sessionManager", "bastion", "both"]).meta({ examples: ["sessionManager"] }),
    })
    .default({ mode: "sessionManager" })
    .meta({ examples: ["{mode: sessionManager}"] });
