import type { Key } from "../model/network-model";
import { everyPort } from "../../packets/ports";
import { awsServiceOf } from "./aws-service";
import type { Journey } from "./journey";
import type { NetworkIndex } from "./network-index";
import { isExternal } from "./subnet-crossing";
import { icmpOrdinal, noTraffic } from "./traffic-set";

/** To a service through a gateway endpoint: for interfaces of its own VPC, TCP and pings only. */
export function crossGatewayEndpoint(index: NetworkIndex, journey: Journey, key: Key): Journey {
    const endpoint = index.model.gatewayEndpoints.get(key);
    if (endpoint === undefined || endpoint.external) {
        journey.doubt("UNKNOWN_RESOURCE", isExternal(key, "the gateway endpoint"));
    }
    const { place } = journey;
    const own = journey.place.kind === "subnet" ? journey.place.subnet.vpc : undefined;
    const isUnseen = [endpoint?.vpc, own].some((vpc) => vpc !== undefined && index.isUnidentified(vpc));
    if (isUnseen) {
        journey.doubt("UNDECIDED_PROPERTY", isExternal(key, "the endpoint's VPC"));
    }
    const wrongVpc =
        endpoint !== undefined && !isUnseen && place.kind === "subnet" && endpoint.vpc !== place.subnet.vpc;
    if (wrongVpc || journey.entered !== "interface") {
        journey.stop({
            key,
            code: "VPCE_GATEWAY_EGRESS_SOURCE_ADDRESS_RESTRICTION",
            message: "a gateway endpoint serves only interfaces of its own VPC",
            change: "give the sender's VPC a gateway endpoint of its own",
        });
    }
    journey.steps.push({
        kind: "limit",
        key,
        traffic: {
            ...noTraffic,
            tcp: everyPort,
            icmp: [
                { first: icmpOrdinal(0, 0), last: icmpOrdinal(0, 0) },
                { first: icmpOrdinal(8, 0), last: icmpOrdinal(8, 0) },
            ],
        },
        code: "VPCE_GATEWAY_PROTOCOL_RESTRICTION",
        message: "a gateway endpoint carries TCP and ICMP echo only",
        change: "use TCP",
    });
    journey.pass("endpoint", key);
    const { goal } = journey;
    const service = journey.destination.kind === "cell" ? journey.destination.service : undefined;
    endpoint?.undecided.forEach((doubt) => journey.doubt("UNDECIDED_PROPERTY", doubt));
    const isOpen = endpoint === undefined || endpoint.external || endpoint.undecided.length > 0;
    if (goal.kind === "cloud" && (isOpen || service === awsServiceOf(endpoint.service))) {
        journey.pass("service", service ?? key);
        return journey.arrive();
    }
    return journey.stop({
        key,
        code: "CANNOT_ROUTE",
        message: "a gateway endpoint leads to its service only",
        change: "route the destination elsewhere",
    });
}
