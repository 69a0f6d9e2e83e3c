import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { violates, type Faults } from "../../fault";
import { at, faultUnless, flag, isSet, text } from "../../reading";
import { perResourceAndStack, rule } from "../../rule";
import type { Stack } from "../../stack";

const balancerType = "aws:lb/loadBalancer:LoadBalancer";
const classicType = "aws:elb/loadBalancer:LoadBalancer";
const types = [balancerType, classicType];

export const lbAccessLogs = rule(
    {
        id: "lb-access-logs",
        title: "Load balancers record who asked for what",
        severity: "medium",
        checklist: ["monitoring-1", "network-4"],
        why: "The access log is the only record of an attack on the application that came by port 443.",
        fix: "Set `accessLogs` with a bucket and `enabled: true`.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-5",
    },
    perResourceAndStack(
        types,
        (balancer) => (kindOf(balancer) === "network" ? [] : logFaults(balancer)),
        (stack) => stack.stated(...types).flatMap((one) => (isSilent(stack, one) ? [] : logFaults(one))),
    ),
);

function kindOf(balancer: ResourceRecord): string {
    const kind = text(balancer, "loadBalancerType", "application");
    return kind.known ? kind.value : "application";
}

function logFaults(balancer: ResourceRecord): Faults {
    const isClassic =
        balancer.type.startsWith("aws:elb/") || balancer.type.startsWith("aws:elasticloadbalancing/");
    if (kindOf(balancer) === "gateway") {
        return [];
    }
    return isSet(balancer, "accessLogs")
        ? [
              // A classic balancer that names a bucket logs unless it says otherwise.
              ...faultUnless(flag(balancer, "accessLogs.enabled", isClassic), (isOn) => isOn, "is off"),
              ...(isSet(balancer, "accessLogs.bucket")
                  ? []
                  : [violates(at(balancer, "accessLogs.bucket"), "is not set")]),
          ]
        : [violates(at(balancer, "accessLogs"), "is not set, so nobody can tell who asked for what")];
}

/** A network load balancer logs TLS only: without a listener for it there is nothing to log. */
function isSilent(stack: Stack, balancer: ResourceRecord): boolean {
    const listeners = stack.referrers(balancer, "aws:lb/listener:Listener", "loadBalancerArn");
    const protocols = listeners.map((listener) => text(listener, "protocol"));
    return (
        kindOf(balancer) === "network" &&
        listeners.length > 0 &&
        protocols.every((protocol) => protocol.known && protocol.value !== "TLS")
    );
}
