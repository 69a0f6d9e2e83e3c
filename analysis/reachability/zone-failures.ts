import type { Key, NetworkModel, RouteTable } from "../model/network-model";
import type { Answer } from "./answer";
import { failureOf } from "./declared-flows";
import type { Intent, IntentFlow } from "./intent";
import { Prover } from "./reach";

/** A declared flow that works, and no longer does when one zone or one NAT gateway is gone. */
export interface ZoneFailure {
    readonly lost: { readonly kind: "zone" | "natGateway"; readonly name: string };
    readonly flow: IntentFlow;
    readonly reason: string;
    /** What then stands in its way; absent where one of its groups has no member left. */
    readonly answer?: Answer;
}

/**
 * Which declared flows do not survive the loss of each zone, and of each NAT gateway. A flow survives
 * when everybody outside the zone can still open it; who is in a gateway's own zone is lost with it.
 */
export function zoneFailures(model: NetworkModel, intent: Intent): ZoneFailure[] {
    const prover = Prover.of(model);
    const working = intent.flows.filter((flow) => works(prover, intent, flow));
    const zones = new Set(
        [...model.subnets.values()].flatMap(({ zone }) => (zone === undefined ? [] : [zone])),
    );
    return [
        ...[...zones]
            .sort()
            .flatMap((zone) =>
                failures(model, [withoutZone(model, zone)], intent, working, { kind: "zone", name: zone }),
            ),
        ...[...model.natGateways.keys()]
            .sort()
            .flatMap((key) =>
                failures(
                    model,
                    [withoutGateways(model, new Set([key])), withoutGatewayZone(model, key)],
                    intent,
                    working,
                    { kind: "natGateway", name: key },
                ),
            ),
    ];
}

/** The flows that fail in each of the reduced networks, as the last of them shows it. */
function failures(
    whole: NetworkModel,
    reduced: readonly NetworkModel[],
    intent: Intent,
    flows: readonly IntentFlow[],
    lost: ZoneFailure["lost"],
): ZoneFailure[] {
    let failing = flows.map((flow): ZoneFailure => ({ lost, flow, reason: "" }));
    for (const rest of reduced) {
        const prover = new Prover(rest);
        failing = failing.flatMap(({ flow }) => failureIn(whole, prover, intent, flow, lost) ?? []);
    }
    return failing;
}

function failureIn(
    whole: NetworkModel,
    prover: Prover,
    intent: Intent,
    flow: IntentFlow,
    lost: ZoneFailure["lost"],
): ZoneFailure | undefined {
    const rest = prover.index.model;
    for (const key of [flow.from, flow.to]) {
        if (memberCount(whole, intent, key) > 0 && memberCount(rest, intent, key) === 0) {
            return { lost, flow, reason: `all members of "${key}" are in its zone` };
        }
    }
    const found = failureOf(prover, intent, flow);
    return found === undefined || found.answer.verdict === "reachable"
        ? undefined
        : { lost, flow, reason: "the members left cannot open it", answer: found.answer };
}

const works = (prover: Prover, intent: Intent, flow: IntentFlow): boolean => {
    const failure = failureOf(prover, intent, flow);
    return failure === undefined || failure.answer.verdict === "reachable";
};

function memberCount(model: NetworkModel, intent: Intent, key: string): number {
    const group = intent.groups.get(key)?.securityGroup;
    const members = [...model.interfaces.values()].filter((host) =>
        host.securityGroups.some((own) => own === group),
    );
    return members.length;
}

/** The network without everything that stands in one zone. */
function withoutZone(model: NetworkModel, zone: string): NetworkModel {
    const gone = new Set(
        [...model.subnets.values()].filter((subnet) => subnet.zone === zone).map(({ key }) => key),
    );
    const stays = (subnet: Key): boolean => !gone.has(subnet);
    const interfaces = [...model.interfaces.values()]
        .map((host) => ({ ...host, subnets: host.subnets.filter(stays) }))
        .filter((host) => host.subnets.length > 0 && !isTied(host, model, gone));
    const gateways = [...model.transitGateways.values()].map((gateway) => ({
        ...gateway,
        attachments: gateway.attachments.map((attachment) => ({
            ...attachment,
            subnets: attachment.subnets.filter(stays),
        })),
    }));
    const translators = [...model.natGateways.values()].filter(
        (gateway) => gateway.subnet !== undefined && gone.has(gateway.subnet),
    );
    return withoutGateways(
        {
            ...model,
            subnets: new Map([...model.subnets].filter(([key]) => stays(key))),
            interfaces: new Map(interfaces.map((host) => [host.key, host])),
            transitGateways: new Map(gateways.map((gateway) => [gateway.key, gateway])),
        },
        new Set(translators.map(({ key }) => key)),
    );
}

/** The network without a NAT gateway and the members of groups that share its zone. */
function withoutGatewayZone(model: NetworkModel, key: Key): NetworkModel {
    const home = model.natGateways.get(key)?.subnet;
    const zone = home === undefined ? undefined : model.subnets.get(home)?.zone;
    const elsewhere = (subnet: Key): boolean =>
        zone === undefined || model.subnets.get(subnet)?.zone !== zone;
    const interfaces = [...model.interfaces.values()]
        .map((host) => ({ ...host, subnets: host.subnets.filter(elsewhere) }))
        .filter((host) => host.subnets.length > 0);
    return withoutGateways(
        { ...model, interfaces: new Map(interfaces.map((host) => [host.key, host])) },
        new Set([key]),
    );
}

/** A database with one instance is in one of its zones for good, and any may be the one that is lost. */
function isTied(
    host: {
        readonly key: Key;
        readonly kind: string;
        readonly record?: { readonly type: string; readonly properties: object };
    },
    model: NetworkModel,
    gone: ReadonlySet<Key>,
): boolean {
    const single =
        host.kind === "database" &&
        host.record?.type === "aws:rds/instance:Instance" &&
        (host.record.properties as { readonly multiAz?: unknown }).multiAz !== true;
    return single && (model.interfaces.get(host.key)?.subnets.some((subnet) => gone.has(subnet)) ?? false);
}

/** The network in which some NAT gateways are dead: their routes are still there and lead nowhere. */
function withoutGateways(model: NetworkModel, dead: ReadonlySet<Key>): NetworkModel {
    const buried = (table: RouteTable): RouteTable => ({
        ...table,
        routes: table.routes.map((route) =>
            route.target.kind === "natGateway" && dead.has(route.target.key)
                ? { ...route, target: { kind: "blackhole" } }
                : route,
        ),
    });
    return {
        ...model,
        routeTables: new Map([...model.routeTables].map(([key, table]) => [key, buried(table)])),
        natGateways: new Map([...model.natGateways].filter(([key]) => !dead.has(key))),
    };
}
