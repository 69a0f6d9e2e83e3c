import { ingress, network, without } from "../../support/base-network";
import { configuration, fleet, host } from "../../support/hosts";
import { types } from "../../support/resource-types";
import { ref, resource, type Specimens } from "../../support/specimen";

const sessionsOnly = without(network, "bastion-sg");
const connect = [
    ...sessionsOnly,
    resource(types.securityGroup, "connect-sg", { vpcId: ref("vpc"), description: "Instance Connect" }),
    resource("aws:ec2transitgateway/instanceConnectEndpoint:InstanceConnectEndpoint", "connect", {
        subnetId: ref("app-a"),
        securityGroupIds: [ref("connect-sg")],
    }),
    ingress("ssh-from-connect", "app-sg", 22, { referencedSecurityGroupId: ref("connect-sg") }),
];

export const specimens: Specimens = {
    compliant: {
        "sessions only": sessionsOnly,
        "by a bastion": network,
        "a key for hosts behind a bastion": [
            resource(types.instance, "bastion", { subnetId: "subnet-11112222", keyName: "deployer" }),
            ...host({ keyName: "deployer" }),
        ],
        "by EC2 Instance Connect": connect,
        "members of one group among themselves": [
            ...sessionsOnly,
            ingress("cluster", "app-sg", 22, { referencedSecurityGroupId: ref("app-sg") }),
        ],
    },
    violating: {
        "a key on a host": host({ keyName: "deployer" }),
        "a key on a fleet": fleet({ keyName: "deployer" }),
        "a key in an outdated launch configuration": configuration({ keyName: "deployer" }),
        "SSH from the office": [
            ...sessionsOnly,
            ingress("ssh", "app-sg", 22, { cidrIpv4: "203.0.113.0/24" }),
        ],
        "SSH on the other port": [
            ...sessionsOnly,
            ingress("ssh", "app-sg", 2222, { cidrIpv4: "10.0.0.0/8" }),
        ],
        "SSH among all other ports": [
            ...sessionsOnly,
            resource(types.ingressRule, "all", {
                securityGroupId: ref("app-sg"),
                ipProtocol: "-1",
                cidrIpv4: "10.0.0.0/8",
            }),
        ],
    },
};
