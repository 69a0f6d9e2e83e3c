import { later, parameter } from "../../support/hosts";
import { types } from "../../support/resource-types";
import { ref, resource, type Specimens, type SpecimenResource } from "../../support/specimen";

const logs = { accessLogs: { bucket: "access-logs", enabled: true } };
const balancer = (inputs: SpecimenResource["inputs"], type: string = types.loadBalancer) => [
    resource(type, "front", inputs),
];
const classic = (inputs: SpecimenResource["inputs"]) => balancer(inputs, "aws:elb/loadBalancer:LoadBalancer");
const network = (protocol: SpecimenResource["inputs"][string], inputs: SpecimenResource["inputs"] = {}) => [
    ...balancer({ loadBalancerType: "network", ...inputs }),
    resource(types.listener, "listener", { loadBalancerArn: ref("front", "arn"), protocol, port: 443 }),
];

export const specimens: Specimens = {
    compliant: {
        "an application balancer": balancer(logs),
        "a switch written as text": balancer({ accessLogs: { bucket: "access-logs", enabled: "true" } }),
        "under the older token": balancer(logs, "aws:alb/loadBalancer:LoadBalancer"),
        "a bucket that is named later": [
            parameter,
            ...balancer({ accessLogs: { bucket: later, enabled: true } }),
        ],
        "a classic balancer, which logs by itself": classic({ accessLogs: { bucket: "access-logs" } }),
        "a network balancer for TLS": network("TLS", logs),
        "a network balancer without TLS": network("TCP"),
        "a gateway balancer": balancer({ loadBalancerType: "gateway" }),
    },
    violating: {
        "nothing said": balancer({ loadBalancerType: "application" }),
        "nothing said, under the older token": balancer({}, "aws:alb/loadBalancer:LoadBalancer"),
        "switched off": balancer({ accessLogs: { bucket: "access-logs", enabled: false } }),
        "off, as AWS has it": balancer({ accessLogs: { bucket: "access-logs" } }),
        "no bucket": balancer({ accessLogs: { enabled: true } }),
        "a classic balancer": classic({}),
        "a classic balancer, switched off": classic({ accessLogs: { bucket: "a", enabled: false } }),
        "a network balancer for TLS": network("TLS"),
        "a network balancer whose listeners are elsewhere": balancer({ loadBalancerType: "network" }),
    },
    undecidable: {
        "a switch that is known later": [
            parameter,
            ...balancer({ accessLogs: { bucket: "access-logs", enabled: later } }),
        ],
    },
};
