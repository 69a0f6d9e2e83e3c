import { network } from "./base-network";
import { resource, ref, type SpecimenResource } from "./specimen";
import { types } from "./resource-types";

/** An entry as a resource of its own writes it. */
export interface Entry {
    readonly number: number;
    readonly egress?: boolean;
    readonly deny?: boolean;
    readonly protocol?: string;
    readonly ports?: readonly [number, number];
    readonly cidr?: string;
}

const everySubnet = ["public-a", "public-b", "app-a", "app-b", "db-a", "db-b"];

const ownEntry = (acl: string, entry: Entry): SpecimenResource =>
    resource(types.networkAclRule, `${acl}-${entry.egress === true ? "out" : "in"}-${entry.number}`, {
        networkAclId: ref(acl),
        ruleNumber: entry.number,
        egress: entry.egress ?? false,
        ruleAction: entry.deny === true ? "deny" : "allow",
        protocol: entry.protocol ?? "tcp",
        fromPort: entry.ports?.[0],
        toPort: entry.ports?.[1],
        [entry.cidr?.includes(":") === true ? "ipv6CidrBlock" : "cidrBlock"]: entry.cidr ?? "0.0.0.0/0",
    });

/** The seed's network behind one ACL with these entries. */
export const behindAcl = (...entries: readonly Entry[]): readonly SpecimenResource[] => [
    ...network,
    resource(types.networkAcl, "wall", { vpcId: ref("vpc") }),
    ...everySubnet.map((subnet) =>
        resource(types.networkAclAssociation, `${subnet}-wall`, {
            networkAclId: ref("wall"),
            subnetId: ref(subnet),
        }),
    ),
    ...entries.map((entry, i) => ({ ...ownEntry("wall", entry), name: `entry-${i}` })),
];

/** The same, with the entries inside the ACL's own resource. */
export const inlineAcl = (...entries: readonly Entry[]): readonly SpecimenResource[] => {
    const ofDirection = (egress: boolean) =>
        entries
            .filter((entry) => (entry.egress ?? false) === egress)
            .map((entry) => ({
                ruleNo: entry.number,
                action: entry.deny === true ? "deny" : "allow",
                protocol: entry.protocol ?? "tcp",
                fromPort: entry.ports?.[0] ?? 0,
                toPort: entry.ports?.[1] ?? 0,
                cidrBlock: entry.cidr ?? "0.0.0.0/0",
            }));
    return [
        ...network,
        resource(types.networkAcl, "wall", {
            vpcId: ref("vpc"),
            subnetIds: everySubnet.map((subnet) => ref(subnet)),
            ingress: ofDirection(false),
            egress: ofDirection(true),
        }),
    ];
};

export const replies: readonly [number, number] = [1024, 65535];

/** A sound ACL: HTTPS in, replies both ways, RDP and SSH denied first. */
export const soundEntries: readonly Entry[] = [
    { number: 10, deny: true, ports: [22, 22] },
    { number: 11, deny: true, ports: [3389, 3389] },
    { number: 100, ports: [443, 443] },
    { number: 110, ports: replies },
    { number: 100, egress: true, ports: [443, 443] },
    { number: 110, egress: true, ports: replies },
];

/** The public ACL of the seed article, word for word. */
export const seedEntries: readonly Entry[] = [
    { number: 100, ports: [80, 80] },
    { number: 110, ports: [443, 443] },
    { number: 120, ports: [22, 22], cidr: "203.0.113.0/24" },
    { number: 130, ports: replies },
    { number: 100, egress: true, ports: [80, 80] },
    { number: 110, egress: true, ports: [443, 443] },
    { number: 120, egress: true, ports: replies },
];
