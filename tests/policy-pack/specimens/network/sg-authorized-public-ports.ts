import { changed, groups, ingress, network, routing, workload } from "../../support/base-network";
import { everybody, inline, ports, standalone } from "../../support/groups";
import { types } from "../../support/resource-types";
import { ref, resource, type SpecimenResource, type Specimens } from "../../support/specimen";

const listening = (action: SpecimenResource["inputs"]): readonly SpecimenResource[] => [
    ...network,
    ingress("http", "alb-sg", 80, everybody),
    resource(types.targetGroup, "hosts", { vpcId: ref("vpc"), port: 8080, protocol: "HTTP" }),
    resource(types.listener, "plain", {
        loadBalancerArn: ref("public-alb", "arn"),
        port: 80,
        protocol: "HTTP",
        defaultActions: [action],
    }),
];
const redirect = { type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } };

export const specimens: Specimens = {
    compliant: {
        "HTTPS from everybody": standalone({ ...ports(443), ...everybody }),
        "HTTP where a listener only redirects": listening(redirect),
        "path-MTU messages from everybody": inline({
            protocol: "icmp",
            ...ports(3, 4),
            cidrBlocks: ["0.0.0.0/0"],
        }),
        "ping from the office": inline({ protocol: "icmp", ...ports(8, 0), cidrBlocks: ["203.0.113.0/24"] }),
    },
    violating: {
        "a port nobody authorised": standalone({ ...ports(8443), ...everybody }),
        "a range around HTTPS": inline({ ...ports(440, 450), cidrBlocks: ["0.0.0.0/0"] }),
        "HTTP where a listener forwards": listening({ type: "forward", targetGroupArn: ref("hosts", "arn") }),
        "HTTP on a host": [
            ...routing,
            ...groups,
            ...changed(workload, "bastion", { vpcSecurityGroupIds: [ref("bastion-sg"), ref("app-sg")] }),
            ingress("http", "app-sg", 80, everybody),
        ],
        "QUIC that nobody authorised": standalone({ ipProtocol: "udp", ...ports(443), ...everybody }),
        "ping from everybody": inline({ protocol: "icmp", ...ports(8, 0), cidrBlocks: ["0.0.0.0/0"] }),
        "a protocol without ports": standalone({ ipProtocol: "47", ...everybody }),
    },
};
