import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { at, flag, number } from "../reading";
import type { Stack } from "../stack";
import { balancerType, listenerRuleType, listenerType, listenerProtocol, unlessRedirects } from "./listeners";

/** What a listener cannot show by itself: its rules, whether it is public, and what else its balancer has. */
export function clearDoors(stack: Stack, passthroughPorts: readonly number[]): Faults {
    const listeners = stack.stated(listenerType);
    const publicBalancers = stack.stated(balancerType).filter(isPublic);
    return [
        ...stack.stated(listenerRuleType).flatMap((way) => ofRule(stack, way)),
        ...publicBalancers.flatMap((balancer) => {
            const own = listeners.filter((listener) => belongsTo(stack, listener, balancer));
            return own.flatMap((listener) => passesInTheClear(listener, passthroughPorts));
        }),
    ];
}

/** Public balancers that have listeners, and none that clients could be sent on to. */
export function withoutHttps(stack: Stack): Faults {
    const listeners = stack.stated(listenerType);
    return stack
        .stated(balancerType)
        .filter(isPublic)
        .filter((balancer) => {
            const own = listeners.filter((listener) => belongsTo(stack, listener, balancer));
            return own.length > 0 && !own.some(isNotPlain);
        })
        .map((balancer) => violates(balancer, "is public and has no HTTPS listener to send clients on to"));
}

function ofRule(stack: Stack, way: ResourceRecord): Faults {
    const listeners = stack.references(way, "listenerArn", listenerType);
    if (!listeners.known) {
        return [undecidable(listeners.undecided, "whether its listener encrypts cannot be told")];
    }
    return listeners.value.some((listener) => listenerProtocol(listener) === "HTTP")
        ? unlessRedirects(way, "actions")
        : [];
}

/** One whose `internal` nobody knows yet counts as public. */
function isPublic(balancer: ResourceRecord): boolean {
    const internal = flag(balancer, "internal", false);
    return !internal.known || !internal.value;
}

function belongsTo(stack: Stack, listener: ResourceRecord, balancer: ResourceRecord): boolean {
    const balancers = stack.references(listener, "loadBalancerArn", balancerType);
    return balancers.known && balancers.value.some(({ urn }) => urn === balancer.urn);
}

const isNotPlain = (listener: ResourceRecord): boolean => listenerProtocol(listener) !== "HTTP";

function passesInTheClear(listener: ResourceRecord, passthroughPorts: readonly number[]): Faults {
    const port = number(listener, "port");
    const isPassed = port.known && passthroughPorts.includes(port.value ?? -1);
    return listenerProtocol(listener) !== "TCP" || isPassed
        ? []
        : [
              violates(
                  at(listener, "protocol"),
                  "is TCP on a public balancer: nothing says that it is encrypted",
              ),
          ];
}
