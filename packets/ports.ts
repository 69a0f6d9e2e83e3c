import { intervalSet, type IntervalSet } from "./interval-set";

/** A set of TCP or UDP ports, 0–65535. */
export type PortSet = IntervalSet<number>;

export const portRange = (first: number, last: number = first): PortSet => intervalSet([{ first, last }]);

export const everyPort: PortSet = portRange(0, 65535);
export const noPorts: PortSet = [];

/**
 * Ports a client sends from, and therefore the ports a stateless filter must let replies return to.
 * Sources: RFC 6056; Linux `ip_local_port_range`; AWS VPC guide, "Ephemeral ports".
 */
export const clientPorts = {
    /** Any client on the internet, a NAT gateway, a load balancer, a Lambda function. */
    any: portRange(1024, 65535),
    /** A Linux instance, Amazon Linux 2023 included. */
    linux: portRange(32768, 60999),
    /** A Windows instance since Server 2008. */
    windows: portRange(49152, 65535),
} as const;

export const formatPorts = (ports: PortSet): string =>
    ports.map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`)).join(", ");
