import { from, type Cases, type Fixture } from "../../../support/independent-policies/fixture";
import {
    anywhere,
    anywhereIpv6,
    group,
    groupWith,
    ingressAt,
    ingressRule,
    inline,
    older,
    v4,
    v6,
} from "../../../support/independent-policies/security-groups";
import { aws } from "../../../support/independent-policies/tokens";

const other = { securityGroups: ["sg-other"] };

/** Checkov's cases for one port; its tests of the three ports are alike. */
const openPort = (port: number): Cases => ({
    "a world CIDR beside a private one": groupWith(inline(port, port, v4("192.168.0.0/16", anywhere))),
    "a world CIDR beside a group": groupWith(
        inline(port, port, { ...v4("192.168.0.0/16", anywhere), ...other }),
    ),
    "every protocol from everywhere": groupWith(inline(0, 65535, v4(anywhere), "-1")),
    "every IPv6 address": groupWith(inline(port, port, v6(anywhereIpv6))),
    "every IPv6 address in another spelling": groupWith(
        inline(port, port, v6("0000:0000:0000:0000:0000:0000:0000:0000/0")),
    ),
    "a range around the port": groupWith(inline(port - 1, port + 1, v4(anywhere))),
    "the older rule": older("ingress", port, port, v4("192.168.0.0/16", anywhere)),
    "the newer rule": ingressAt(port, { cidrIpv4: anywhere }),
    "the newer rule, for IPv6": ingressAt(port, { cidrIpv6: anywhereIpv6 }),
    "the newer rule, for every protocol": ingressRule({ ipProtocol: "-1", cidrIpv4: anywhere }),
    "the newer rule without a peer": ingressAt(port, {}),
    "the default group": [aws("ec2:DefaultSecurityGroup")({ ingress: [inline(port, port, v4(anywhere))] })],
    "nobody named, which says that nothing is known of whom it is for": groupWith(
        inline(0, 0, { self: false }, "-1"),
    ),
    "ports as texts": groupWith(inline(`${port}`, `${port}`, v4(anywhere))),
});

const closedPort = (port: number): Cases => ({
    "another group": groupWith(inline(port, port, other)),
    "another group, with the lists that are not used null": groupWith(
        inline(port, port, { ...other, cidrBlocks: null, ipv6CidrBlocks: null }),
    ),
    "a private CIDR": groupWith(inline(port, port, v4("192.168.0.0/16"))),
    "another group and a private CIDR": groupWith(inline(port, port, { ...other, ...v4("192.168.0.0/16") })),
    "no ingress": [group({})],
    "no rules": [group({ egress: [] })],
    "itself only": groupWith(inline(0, 0, { self: true }, "-1")),
    "the older rule for a private CIDR": older("ingress", port, port, v4("192.168.0.0/16")),
    "the older rule for egress": older("egress", port, port, v4(anywhere)),
    "the older rule for another group": older("ingress", port, port, { sourceSecurityGroupId: "sg-123456" }),
    "the older rule for itself": older("ingress", port, port, { self: true }),
    "the newer rule for a private CIDR": ingressRule({ fromPort: 80, toPort: 8080, cidrIpv4: "10.0.0.0/8" }),
    "the newer rule for another group": ingressAt(port, { referencedSecurityGroupId: "sg-123456" }),
});

const elsewhere: Cases = {
    "the world on another port": groupWith(inline(222, 222, v4("192.168.0.0/16", anywhere))),
    "the older rule for the world on another port": older("ingress", 222, 222, v4(anywhere)),
};

const selfAndWorld = {
    theirs: "pass",
    because: "`self` adds the group's members to the CIDRs of the rule and takes nothing away",
    resources: groupWith(inline(0, 65535, { ...v4(anywhere), self: true }, "-1")),
} as const;

const portZero = {
    theirs: "fail",
    because: "ports 0 to 0 of TCP are port 0 alone; all ports are -1 or 0 to 65535",
    resources: groupWith(inline(0, 0, v4("192.168.0.0/16", anywhere))),
} as const;

const publicHttp: Cases = {
    "the world on HTTP and HTTPS": groupWith(inline(80, 80, v4(anywhere)), inline(443, 443, v4(anywhere))),
    "the older rule for the world on HTTP": older("ingress", 80, 80, v4(anywhere)),
    "the newer rule for the world on HTTP": ingressAt(80, { cidrIpv4: anywhere }),
};

const everyPort: Cases = {
    "ports -1 to -1 in a group": groupWith(inline(-1, -1, v4(anywhere))),
    "ports -1 to -1 in an older rule": older("ingress", -1, -1, v4(anywhere)),
    "ports -1 to -1 in a newer rule": ingressAt(-1, { cidrIpv4: anywhere }),
    "every protocol": groupWith(inline(0, 0, v4(anywhere), "-1")),
    "every protocol, with ports that AWS ignores": groupWith(inline(443, 443, v4(anywhere), "-1")),
    "every protocol in a newer rule without ports": ingressRule({ ipProtocol: "-1", cidrIpv4: anywhere }),
    "every TCP port": groupWith(inline(0, 65535, v4(anywhere))),
    "every IPv6 address": groupWith(inline(0, 65535, v6(anywhereIpv6))),
};

const world = v4(anywhere);

export const securityGroupIngress: readonly Fixture[] = [
    from("checkov", "CKV_AWS_24", {
        pass: { ...closedPort(22), ...elsewhere },
        fail: openPort(22),
        disputed: { "the world with `self`": selfAndWorld, "port 0": portZero },
    }),
    from("checkov", "CKV_AWS_25", {
        pass: { ...closedPort(3389), ...elsewhere },
        fail: openPort(3389),
        disputed: { "the world with `self`": selfAndWorld },
    }),
    from("trivy", "AWS-0107", {
        pass: closedPort(22),
        fail: { ...openPort(22), "remote desktop": groupWith(inline(3389, 3389, v4(anywhere))) },
    }),
    from("cdk-nag", "EC2RestrictedSSH", {
        pass: {
            "no rules": [group({ ingress: [], egress: [] })],
            "SSH from one host": groupWith(inline(22, 22, v4("72.21.210.165/32"))),
            "HTTP from everywhere": groupWith(inline(80, 80, world)),
        },
        fail: {
            "SSH from everywhere": groupWith(inline(22, 22, world)),
            "SSH from every IPv6 address": groupWith(inline(22, 22, v6(anywhereIpv6))),
            "all traffic": groupWith(inline(0, 0, world, "-1")),
            "a range with SSH in it": groupWith(inline(1, 10000, v6(anywhereIpv6))),
            "a range with SSH in it, with host bits in the CIDR": ingressRule({
                fromPort: 1,
                toPort: 10000,
                cidrIpv4: "1.0.0.0/0",
            }),
        },
    }),
    from("cdk-nag", "EC2RestrictedCommonPorts", {
        pass: {
            "no rules": [group({ ingress: [], egress: [] })],
            "FTP from one host": groupWith(inline(21, 21, v4("72.21.210.165/32"))),
            "HTTP from everywhere": groupWith(inline(80, 80, world)),
            "UDP from everywhere": groupWith(inline(21, 21, world, "udp")),
        },
        fail: {
            "FTP data from everywhere": groupWith(inline(20, 20, world)),
            "FTP from everywhere": groupWith(inline(21, 21, world)),
            "MySQL from everywhere": ingressAt(3306, { cidrIpv4: anywhere }),
            "all traffic": groupWith(inline(0, 0, world, "-1")),
            "a wide range": groupWith(inline(1, 10000, world)),
            "CIFS from every IPv6 address": ingressAt(445, { cidrIpv6: anywhereIpv6 }),
        },
    }),
    from("cdk-nag", "EC2RestrictedInbound", {
        pass: {
            "one host, all traffic": groupWith(inline(0, 0, v4("1.2.3.4/32"), "-1")),
            "one IPv6 host": ingressRule({
                fromPort: 443,
                toPort: 443,
                cidrIpv6: "1234:5678:9abc:def1:2345:6789:abcd:ef12/128",
            }),
            "no rules": [group({ egress: [] })],
        },
        fail: {
            "all traffic": groupWith(inline(0, 0, world, "-1")),
            "all IPv6 traffic": groupWith(inline(0, 0, v6(anywhereIpv6), "-1")),
            "TCP without ports": ingressRule({ cidrIpv4: anywhere }),
            "IPv6 with host bits in the CIDR": ingressRule({ cidrIpv6: "ff:ff:ff:ff:ff:ff:ff:ff/0" }),
        },
    }),
    from("checkov", "CKV_AWS_277", { pass: publicHttp, fail: everyPort }),
    from("checkov", "CKV_AWS_260", {
        pass: { ...closedPort(80), "HTTPS from everywhere": groupWith(inline(443, 443, world)) },
        fail: { "a range around HTTP": groupWith(inline(79, 81, world)) },
        disputed: {
            "HTTP from everywhere": {
                theirs: "fail",
                because: "EC2.18 authorises 80, which redirects to 443; production's settings take 443 alone",
                resources: groupWith(inline(80, 80, v4("192.168.0.0/16", anywhere))),
            },
        },
    }),
    from("regula", "security_groups/ingress_all", { pass: publicHttp, fail: everyPort }),
    from("fsbp", "EC2.18", {
        pass: {
            ...publicHttp,
            "HTTPS from everywhere": ingressAt(443, { cidrIpv4: anywhere }),
            "another port from one network": ingressAt(8443, { cidrIpv4: "203.0.113.0/24" }),
        },
        otherwiseInProduction: Object.keys(publicHttp),
        fail: {
            "another port from everywhere": ingressAt(8443, { cidrIpv4: anywhere }),
            "a range with HTTPS in it": ingressRule({ fromPort: 443, toPort: 444, cidrIpv4: anywhere }),
            "all traffic": groupWith(inline(0, 0, world, "-1")),
        },
    }),
    from("fsbp", "EC2.19", {
        pass: { "HTTPS from everywhere": ingressAt(443, { cidrIpv4: anywhere }) },
        fail: Object.fromEntries(
            [
                20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 3389, 4333, 5000, 5432, 5500,
                5601,
            ]
                .concat([8080, 8088, 8888, 9200, 9300])
                .map((port) => [`port ${port} from everywhere`, ingressAt(port, { cidrIpv4: anywhere })]),
        ),
    }),
    from("prowler", "ec2_securitygroup_allow_wide_open_public_ipv4", {
        pass: {
            "a network of 256 public hosts": ingressAt(8443, { cidrIpv4: "203.0.113.0/24" }),
            "all private addresses": ingressAt(8443, { cidrIpv4: "10.0.0.0/8" }),
        },
        fail: {
            "half the internet": ingressAt(8443, { cidrIpv4: "128.0.0.0/1" }),
            "a public /16": ingressAt(8443, { cidrIpv4: "82.122.0.0/16" }),
        },
    }),
];
