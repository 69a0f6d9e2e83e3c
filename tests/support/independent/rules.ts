/** An inline list of rules that lets everything through, to and from anybody. */
export const everything = [
    { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"], ipv6CidrBlocks: ["::/0"] },
];

/** An inline rule that lets TCP to one port through from blocks, or groups by their `@names`. */
export const tcp = (port: number, ...peers: string[]) => {
    const groups = peers.filter((peer) => peer.startsWith("@"));
    const blocks = peers.filter((peer) => !peer.startsWith("@"));
    return {
        protocol: "tcp",
        fromPort: port,
        toPort: port,
        ...(blocks.length === 0 ? {} : { cidrBlocks: blocks }),
        ...(groups.length === 0 ? {} : { securityGroups: groups }),
    };
};

/** Inline entries of a list as guides write them: number, protocol, ports, block, and `deny` for a refusal. */
export const entries = (...lines: string[]) =>
    lines.map((line) => {
        const [number = "", protocol = "", ports = "", block = "", deny] = line.split(" ");
        const [first, last = first] = ports === "all" ? ["0"] : ports.split("-");
        return {
            ruleNo: Number(number),
            protocol,
            fromPort: Number(first),
            toPort: Number(last),
            action: deny ?? "allow",
            ...(block.includes(":") ? { ipv6CidrBlock: block } : { cidrBlock: block }),
        };
    });
