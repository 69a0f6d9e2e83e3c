import { contains } from "../../packets/interval-set";
import type { FlowTraffic } from "./flow";
import type { Problem } from "./problem";
import type { SecurityInput } from "./security-input";

/** SSH and RDP, which AWS Foundational Security Best Practices EC2.21 and CIS close to the internet. */
const wellKnownAdminPorts = [22, 3389];

/** Ports of remote administration in ascending order: 22, 3389 and what the settings add. */
export function readAdminPorts(input: SecurityInput, problems: Problem[]): number[] {
    const added = input.adminPorts ?? [];
    added.forEach((port, position) => {
        if (!isPort(port)) {
            problems.push({
                path: `adminPorts[${position}]`,
                given: String(port),
                allowed: "a whole number from 1 to 65535",
                change: "give the port that sshd or the like listens on",
            });
        }
    });
    const ports = new Set([...wellKnownAdminPorts, ...added.filter(isPort)]);
    return [...ports].sort((left, right) => left - right);
}

export const isPort = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65535;

/** The ports of remote administration that the traffic can reach. */
export const adminPortsIn = ({ ports }: FlowTraffic, adminPorts: readonly number[]): number[] =>
    ports === undefined ? [] : adminPorts.filter((port) => contains(ports, port));
