import { network } from "../../support/base-network";
import { everybody, inline, legacy, ports, standalone } from "../../support/groups";
import { types } from "../../support/resource-types";
import { ref, resource, type Specimens } from "../../support/specimen";

const list = (cidr: string) =>
    resource(types.prefixList, "clients", {
        addressFamily: "IPv4",
        maxEntries: 5,
        entries: [{ cidr, description: "Clients" }],
    });

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "SSH from the bastion's group by reference": standalone({
            ...ports(22),
            referencedSecurityGroupId: ref("bastion-sg"),
        }),
        "SSH from the office": inline({ ...ports(22), cidrBlocks: ["203.0.113.0/24"] }),
        "HTTPS from everybody": standalone({ ...ports(443), ...everybody }),
        "UDP 22 from everybody, which is no SSH": inline({
            protocol: "udp",
            ...ports(22),
            cidrBlocks: ["0.0.0.0/0"],
        }),
        "SSH from a prefix list of the office": [
            ...standalone({ ...ports(22), prefixListId: ref("clients") }),
            list("203.0.113.0/24"),
        ],
        "half of the internet only on HTTPS": standalone({ ...ports(443), cidrIpv4: "0.0.0.0/1" }),
    },
    violating: {
        "SSH from everybody, inline": inline({ ...ports(22), cidrBlocks: ["0.0.0.0/0"] }),
        "SSH from everybody, as a rule": standalone({ ...ports(22), ...everybody }),
        "SSH from everybody, as an older rule": legacy({ ...ports(22), cidrBlocks: ["0.0.0.0/0"] }),
        "SSH from everybody over IPv6, spelt out": standalone({
            ...ports(22),
            cidrIpv6: "0:0:0:0:0:0:0:0/0",
        }),
        "two halves of the internet in one rule": inline({
            ...ports(22),
            cidrBlocks: ["0.0.0.0/1", "128.0.0.0/1"],
        }),
        "two halves of the internet in two rules": standalone(
            { ...ports(22), cidrIpv4: "0.0.0.0/1" },
            { ...ports(22), cidrIpv4: "128.0.0.0/1" },
        ),
        "half of the internet": standalone({ ...ports(22), cidrIpv4: "0.0.0.0/1" }),
        "a range that spans SSH": inline({ ...ports(20, 25), cidrBlocks: ["0.0.0.0/0"] }),
        "every protocol, as a rule of its own": standalone({ ipProtocol: "-1", ...everybody }),
        "TCP by its number": inline({ protocol: "6", ...ports(22), cidrBlocks: ["0.0.0.0/0"] }),
        "every protocol with odd ports": inline({
            protocol: "all",
            ...ports(443),
            cidrBlocks: ["0.0.0.0/0"],
        }),
        "itself and everybody in one rule": inline({ ...ports(22), self: true, cidrBlocks: ["0.0.0.0/0"] }),
        "the sshd port of the seed": standalone({ ...ports(2222), ...everybody }),
        "RDP over UDP": standalone({ ipProtocol: "udp", ...ports(3389), ...everybody }),
        "a prefix list that holds everybody": [
            ...standalone({ ...ports(22), prefixListId: ref("clients") }),
            list("0.0.0.0/0"),
        ],
        "the default group": [
            resource(types.defaultSecurityGroup, "default", {
                vpcId: "vpc-11112222",
                ingress: [{ protocol: "tcp", ...ports(22), cidrBlocks: ["0.0.0.0/0"] }],
            }),
        ],
    },
    undecidable: {
        "a block that nobody knows yet": [
            ...standalone({ ...ports(22), cidrIpv4: ref("address", "publicIp") }),
            resource(types.eip, "address"),
        ],
    },
};
