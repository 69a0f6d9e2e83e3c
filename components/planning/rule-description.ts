import type { Flow } from "./flow";
import { formatTraffic } from "./port";

/** AWS's limit on a security-group rule's description, and the characters it takes there. */
export const longestDescription = 255;
export const descriptionCharacters = "letters a-z and A-Z, digits, spaces and ._-:/()#,@[]+=&;{}!$*";

const foreign = /[^a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]/gu;

/** The characters of a text that AWS refuses in a description, each once. */
export const foreignCharacters = (text: string): string[] => [...new Set(text.match(foreign) ?? [])];

/** What every rule compiled from the flow says: `alb to app on tcp/8080: hand requests on`. */
export const describeFlow = (flow: Flow): string => `${flowTitle(flow)}: ${flow.because}`;

/** The flow without its reason: `alb to app on tcp/8080`. */
export const flowTitle = ({ from, to, traffic }: Omit<Flow, "because">): string =>
    `${from.key} to ${to.key} on ${formatTraffic(traffic)}`;
