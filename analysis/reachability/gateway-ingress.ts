import { addressSet, everyAddress } from "../../packets/address-set";
import type { Key, RouteTable, Subnet } from "../model/network-model";
import type { Undecided } from "../model/resource-record";
import { someOf } from "./address";
import { applianceAt, checkForwarding, refuseWithoutPublicAddress, type Appliance } from "./appliance";
import type { ExplanationCode } from "./explanation-code";
import type { Journey } from "./journey";
import type { NetworkIndex } from "./network-index";
import { routeTo, type Choice } from "./route-filter";
import { enterSubnet, isExternal, leaveSubnet } from "./subnet-crossing";

/**
 * From an internet gateway into a subnet: straight, or past whatever the gateway's own route table puts
 * in between (VPC guide, "Gateway route tables").
 */
export function enterByGateway(
    index: NetworkIndex,
    journey: Journey,
    gateway: Key,
    subnet: Subnet,
): Journey[] {
    const table = index.tableOfGateway(gateway);
    const unsure = index.model.internetGateways.get(gateway)?.undecided ?? [];
    const somehow = [...unsure, ...(table?.undecided ?? [])].map((doubt) =>
        enterSomehow(index, journey.fork(), subnet, "UNDECIDED_PROPERTY", doubt),
    );
    const known =
        table === undefined
            ? [enterStraight(index, journey, subnet)]
            : byTable(index, journey, table, subnet);
    return [...known, ...somehow];
}

function byTable(index: NetworkIndex, journey: Journey, table: RouteTable, subnet: Subnet): Journey[] {
    const filter = index.routes(table.key, subnet.vpc);
    if (filter === undefined) {
        const unseen = isExternal(table.key, "the gateway's route table");
        return [enterSomehow(index, journey, subnet, "BOUNDARY", unseen)];
    }
    const blocks = addressSet(subnet.cidrs);
    const destination =
        journey.face === "ipv6"
            ? journey.destination
            : someOf("ipv4", blocks.ipv4.length > 0 ? blocks : everyAddress);
    const { choices, mayMiss } = routeTo(filter, destination);
    // A table always has its VPC's local routes, also for blocks that are not known yet.
    const missed = mayMiss ? [enterStraight(index, journey.fork(), subnet)] : [];
    return [
        ...missed,
        ...choices.flatMap((choice) => followIn(index, journey.fork(), table, choice, subnet)),
    ];
}

function followIn(
    index: NetworkIndex,
    journey: Journey,
    table: RouteTable,
    choice: Choice,
    subnet: Subnet,
): Journey[] {
    const { target, route, label } = choice;
    if (target.kind === "local") {
        return [enterStraight(index, journey, subnet)];
    }
    journey.steps.push({ kind: "route", table: table.key, label, ...(route === undefined ? {} : { route }) });
    journey.references = { preserved: "no", code: "SG_REFERENCES_NOT_PRESERVED" };
    if (target.kind === "blackhole") {
        return [
            journey.stop({
                key: table.key,
                code: "BAD_STATE_ROUTE",
                message: `the route ${label} of the gateway's table is a blackhole`,
                change: "give the route a living target, or remove it",
                ...(route === undefined ? {} : { rule: route.urn }),
            }),
        ];
    }
    const appliance =
        target.kind === "networkInterface" || target.kind === "instance"
            ? applianceAt(index, target.key)
            : undefined;
    if (appliance === undefined) {
        const key = "key" in target ? target.key : table.key;
        const unseen = isExternal(key, "what the gateway's route table leads to");
        return [enterSomehow(index, journey, subnet, "BOUNDARY", unseen)];
    }
    return passAppliance(index, journey, appliance, subnet);
}

/** By way of an appliance, which may hand on what comes as it is, or under its own address. */
function passAppliance(
    index: NetworkIndex,
    journey: Journey,
    appliance: Appliance,
    subnet: Subnet,
): Journey[] {
    const { host } = appliance;
    enterSubnet(index, journey, appliance.subnet, undefined);
    refuseWithoutPublicAddress(journey, host);
    checkForwarding(journey, host);
    if (!journey.isReply) {
        journey.steps.push({
            kind: "host",
            at: { appliance: host.key },
            direction: "ingress",
            remote: journey.source,
            references: journey.references,
        });
    }
    journey.pass("appliance", host.key);
    const ways = [journey];
    if (!journey.isReply) {
        const translated = journey.fork();
        const { publicIpv4 } = host;
        translated.turn(
            { kind: "subnet", subnet: appliance.subnet, publicIpv4, appliance: host.key },
            someOf(journey.source.family, addressSet(appliance.subnet.cidrs)),
        );
        ways.push(translated);
    }
    return ways.map((way) => {
        leaveSubnet(index, way, appliance.subnet, subnet.key);
        enterSubnet(index, way, subnet, appliance.subnet.key);
        return way.arrive();
    });
}

function enterStraight(index: NetworkIndex, journey: Journey, subnet: Subnet): Journey {
    enterSubnet(index, journey, subnet, undefined);
    return journey.arrive();
}

function enterSomehow(
    index: NetworkIndex,
    journey: Journey,
    subnet: Subnet,
    code: ExplanationCode,
    doubt: Undecided,
): Journey {
    journey.doubt(code, doubt);
    journey.references = { preserved: "no", code: "SG_REFERENCES_NOT_PRESERVED" };
    journey.source = someOf(journey.source.family, everyAddress);
    return enterStraight(index, journey, subnet);
}
