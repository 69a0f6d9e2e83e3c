import { portSetOf } from "../../network/exposure";
import { internetOn } from "../../network/open-rule-faults";
import { perSecurityGroup } from "../../network/per-security-group";
import { rule } from "../../rule";
import { ports } from "../../settings";

/** The list of AWS's EC2.19. */
const riskyServices = [
    20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 3389, 4333, 5000, 5432, 5500, 5601, 8080,
    8088, 8888, 9200, 9300,
];
/** MongoDB, Redis, memcached, Oracle, the Docker and Kubernetes APIs. */
const furtherServices = [1521, 2375, 2376, 6379, 6443, 10250, 11211, 27017];

export const sgHighRiskPorts = rule(
    {
        id: "sg-high-risk-ports",
        title: "No security group opens a database or another high-risk port to the internet",
        severity: "critical",
        checklist: ["network-2"],
        why: "Databases, file shares and control planes are made for trusted clients and fall to strangers.",
        fix: "Allow the port from the security group of its clients only, by reference.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19",
        waivable: false,
        config: {
            highRiskPorts: ports("TCP ports that no stranger may reach", [
                ...riskyServices,
                ...furtherServices,
            ]),
            highRiskUdpPorts: ports(
                "UDP ports that no stranger may reach",
                [53, 111, 123, 161, 389, 1434, 11211],
            ),
        },
    },
    perSecurityGroup((group, model, { highRiskPorts, highRiskUdpPorts }) => {
        const danger = "strangers reach a service that is made for trusted clients";
        return [
            ...internetOn(group, model, "tcp", portSetOf(highRiskPorts), danger),
            ...internetOn(group, model, "udp", portSetOf(highRiskUdpPorts), danger),
        ];
    }),
);
