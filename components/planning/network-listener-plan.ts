import { balancerNameProblems } from "./load-balancer-plan";
import type { Problem } from "./problem";

/** What of a network load balancer's listeners can be wrong before AWS is asked. */
export interface NetworkListenerChoices {
    readonly protocol: string;
    readonly port: number;
    readonly targetProtocol?: string;
    readonly certificateArn?: unknown;
    readonly preserveClientIp?: boolean;
    readonly idleTimeoutSeconds?: number;
}

const protocols = ["TCP", "UDP", "TCP_UDP", "TLS"];

export function networkListenerProblems(
    name: string,
    listeners: { readonly [key: string]: NetworkListenerChoices },
): Problem[] {
    const problems = balancerNameProblems(name, Object.keys(listeners));
    const taken = new Map<string, string>();
    for (const [key, listener] of Object.entries(listeners)) {
        const add = (property: string, given: unknown, allowed: string, change: string): void => {
            problems.push({ path: `listeners.${key}.${property}`, given: String(given), allowed, change });
        };
        if (!protocols.includes(listener.protocol)) {
            add(
                "protocol",
                `"${listener.protocol}"`,
                protocols.join(", "),
                "for HTTP use an ApplicationLoadBalancer",
            );
        }
        if (!(Number.isInteger(listener.port) && listener.port >= 1 && listener.port <= 65535)) {
            add("port", listener.port, "1–65535", "use the port of the flow table");
        }
        if (listener.protocol === "TLS" && listener.certificateArn === undefined) {
            add("certificateArn", "nothing", "a certificate's ARN", "pass one; TLS needs it");
        }
        if (listener.protocol.includes("UDP") && listener.preserveClientIp === false) {
            add(
                "preserveClientIp",
                "false",
                "true for UDP",
                "leave it out: AWS always keeps UDP clients' addresses",
            );
        }
        const idle = listener.idleTimeoutSeconds;
        if (idle !== undefined && !(listener.protocol === "TCP" && idle >= 60 && idle <= 6000)) {
            add("idleTimeoutSeconds", idle, "60–6000, for TCP listeners only", "leave it out for 350");
        }
        const other = taken.get(String(listener.port));
        if (other !== undefined) {
            add(
                "port",
                `${listener.port}, as listeners.${other}`,
                "a port of its own",
                "choose another, or TCP_UDP",
            );
        }
        taken.set(String(listener.port), key);
    }
    return problems;
}
