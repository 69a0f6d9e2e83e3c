import type { ResourceRecord } from "../../../analysis/model/resource-record";
import {
    classicBalancerType,
    classicDoors,
    encryptedProtocols,
    listenerProtocol,
    listenerType,
    protocolOf,
    targetGroupType,
    unknownProtocol,
    unlessCertified,
    unlessRedirects,
} from "../../data/listeners";
import { clearDoors } from "../../data/public-doors";
import { violates, type Faults } from "../../fault";
import { at } from "../../reading";
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
            passthroughPorts: ports("Ports on which public balancers pass TCP on, encrypted end to end", []),
        },
    },
    perResourceAndStack(
        types,
        (record, { plainTargets }) => ofOne(record, plainTargets),
        (stack, { plainTargets, passthroughPorts }) => [
            ...stack.stated(...types).flatMap((record) => ofOne(record, plainTargets)),
            ...clearDoors(stack, passthroughPorts),
        ],
    ),
);

function ofOne(record: ResourceRecord, plainTargets: boolean): Faults {
    if (record.type.endsWith("/loadBalancer:LoadBalancer")) {
        return classicDoors(record, plainTargets);
    }
    if (record.type.endsWith("/targetGroup:TargetGroup")) {
        return protocolOf(record) === "HTTP" && !plainTargets
            ? [violates(at(record, "protocol"), "is HTTP: what leaves the balancer can be read in the VPC")]
            : unknownProtocol(record);
    }
    const protocol = listenerProtocol(record);
    return protocol === "HTTP"
        ? unlessRedirects(record, "defaultActions")
        : encryptedProtocols.includes(protocol ?? "")
          ? unlessCertified(record, "certificateArn")
          : unknownProtocol(record);
}
