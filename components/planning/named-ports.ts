import { isPort } from "./admin-ports";
import type { Problem } from "./problem";
import type { SecurityInput } from "./security-input";

/** Every named port must have a name that a flow can write, and a number. */
export function checkNamedPorts(input: SecurityInput, problems: Problem[]): void {
    for (const [name, port] of Object.entries(input.ports ?? {})) {
        if (!/^[a-z][a-z0-9-]*$/.test(name)) {
            problems.push({
                path: `ports.${name}`,
                given: `name "${name}"`,
                allowed: "lower-case letters, digits and hyphens, beginning with a letter",
                change: "choose another name",
            });
        }
        if (!isPort(port)) {
            problems.push({
                path: `ports.${name}`,
                given: String(port),
                allowed: "a whole number from 1 to 65535",
                change: "write the port's number",
            });
        }
    }
}
