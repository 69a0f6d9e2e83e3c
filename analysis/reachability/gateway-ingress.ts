import { addressSet } from "../../packets/address-set";
import type { Key, RouteTable, RouteTarget, Subnet } from "../model/network-model";
import { someOf } from "./address";
import type { Journey } from "./journey";
import type { NetworkIndex } from "./network-index";
import { routeTo } from "./route-filter";
import { enterSubnet, isExternal, leaveSubnet } from "./subnet-crossing";

/**
 * From an internet gateway into a subnet: straight, or past whatever the gateway's own route table puts
 * in between (VPC guide, "Gateway route tables").
 */
export function enterByGateway(index: NetworkIndex, journey: Journey, gateway: Key, subnet: Subnet): Journey {
    const table = index.tableOfGateway(gateway);
    const away = table === undefined ? "straight" : redirection(index, journey, table, subnet);
    if (table === undefined || away === "straight") {
        enterSubnet(index, journey, subnet, undefined);
        return journey.arrive();
    }
    journey.pass("routeTable", table.key);
    journey.references = { preserved: "no", code: "SG_REFERENCES_NOT_PRESERVED" };
    if (away?.kind === "networkInterface" || away?.kind === "instance") {
        passAppliance(index, journey, away.key, subnet);
    } else {
        const what = "what the gateway's route table leads to";
        journey.doubt("BOUNDARY", { ...isExternal(table.key, what), property: "routes" });
        enterSubnet(index, journey, subnet, undefined);
    }
    return journey.arrive();
}

/** Where the gateway's table sends what is for the subnet; undefined where that cannot be seen. */
function redirection(
    index: NetworkIndex,
    journey: Journey,
    table: RouteTable,
    subnet: Subnet,
): RouteTarget | "straight" | undefined {
    const filter = index.routes(table.key, subnet.vpc);
    if (filter === undefined) {
        return undefined;
    }
    const destination =
        journey.face === "ipv6" ? journey.destination : someOf("ipv4", addressSet(subnet.cidrs));
    const away = routeTo(filter, destination).choices.find(({ target }) => target.kind !== "local");
    return away?.target ?? "straight";
}

function passAppliance(index: NetworkIndex, journey: Journey, key: Key, subnet: Subnet): void {
    const host = index.model.interfaces.get(key);
    const own = host?.subnets[0] === undefined ? undefined : index.subnet(host.subnets[0]);
    if (host === undefined || host.external || own === undefined) {
        journey.doubt(
            "UNKNOWN_RESOURCE",
            isExternal(key, "the interface the gateway's route table leads to"),
        );
        enterSubnet(index, journey, subnet, undefined);
        return;
    }
    enterSubnet(index, journey, own, undefined);
    if (journey.face === "public" && host.publicIpv4 === "no") {
        journey.stop({
            key,
            code: "INGRESS_RTB_NO_PUBLIC_IP",
            message: "the interface that the gateway's route table leads to has no public IPv4 address",
            change: "give the interface a public address",
        });
    }
    if (host.sourceDestCheck) {
        journey.stop({
            key,
            code: "ENI_SOURCE_DEST_CHECK_RESTRICTION",
            message: "the interface checks source and destination, so it drops what is not for it",
            change: "set sourceDestCheck to false on it",
        });
    }
    journey.doubt("BOUNDARY", {
        urn: key,
        property: "sourceDestCheck",
        reason: "what the appliance forwards is up to its software",
        remedy: "let the gateway's route table lead straight to the subnet",
    });
    if (!journey.isReply) {
        journey.steps.push({
            kind: "host",
            at: { appliance: key },
            direction: "ingress",
            remote: journey.source,
            references: journey.references,
        });
    }
    journey.pass("appliance", key);
    leaveSubnet(index, journey, own, subnet.key);
    enterSubnet(index, journey, subnet, own.key);
}
