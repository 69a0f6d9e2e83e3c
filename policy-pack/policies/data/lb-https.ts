import { balancingFaults, classicBalancerType, listenerType, targetGroupType } from "../../data/listeners";
import { clearDoors, withoutHttps } from "../../data/public-doors";
import { perResourceAndStack, rule } from "../../rule";
import { ports, toggle } from "../../settings";

const types = [listenerType, targetGroupType, classicBalancerType];

export const lbHttps = rule(
    {
        id: "lb-https",
        title: "Load balancers speak TLS, and plain HTTP only to send clients on to it",
        severity: "high",
        checklist: ["data-2"],
        why: "Whatever crosses the internet in the clear can be read and changed on its way.",
        fix: "Listen by HTTPS or TLS with a certificate; let port 80 redirect (HTTP_301) to HTTPS.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-1",
        config: {
            plainTargets: toggle("Whether TLS may end at the balancer, inside the VPC", false),
            servesHttps: toggle(
                "Whether a public balancer that sends clients on to HTTPS must listen there itself",
                false,
            ),
            passthroughPorts: ports("Ports on which public balancers pass TCP on, encrypted end to end", []),
        },
    },
    perResourceAndStack(
        types,
        (record, { plainTargets }) => balancingFaults(record, plainTargets),
        (stack, { plainTargets, servesHttps, passthroughPorts }) => [
            ...stack.stated(...types).flatMap((record) => balancingFaults(record, plainTargets)),
            ...clearDoors(stack, passthroughPorts),
            ...(servesHttps ? withoutHttps(stack) : []),
        ],
    ),
);
