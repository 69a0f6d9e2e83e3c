import type { ModelContext } from "./model-context";
import type { Key, Listener } from "./network-model";
import { joined } from "./interface-draft";
import {
    elements,
    isAbsent,
    isUnknownSlot,
    member,
    numberIn,
    statedSlot,
    textIn,
    type Slot,
} from "./property-slots";
import { noReferences } from "./references";
import type { ResourceRecord, Undecided } from "./resource-record";
import { unknownIn } from "./undecided-values";

/** Listeners by load balancer, and what about them the plan leaves open. */
export interface ListenersOfLoadBalancer {
    readonly listeners: readonly Listener[];
    readonly undecided: readonly Undecided[];
}

interface Actions {
    readonly targetGroups: readonly Key[];
    readonly answers: boolean;
    readonly undecided: readonly Undecided[];
}

/** Reads listeners with the actions of their rules. Only `forward` reaches a target. */
export function listenersByLoadBalancer(context: ModelContext): ReadonlyMap<Key, ListenersOfLoadBalancer> {
    const { index, references } = context;
    const ofRules = ruleActionsByListener(context);
    const byLoadBalancer = new Map<Key, ListenersOfLoadBalancer>();
    for (const record of index.ofKind("listener")) {
        const loadBalancer = references.one(statedSlot(record, "loadBalancerArn"), ["loadBalancer"]);
        if (loadBalancer.kind === "undecided") {
            context.unattached.push(loadBalancer.undecided);
            context.doubts.add("loadBalancers", loadBalancer);
        }
        if (loadBalancer.kind !== "found") {
            continue;
        }
        const balancer = index.byUrn.get(loadBalancer.key);
        const type = balancer === undefined ? undefined : textIn(statedSlot(balancer, "loadBalancerType"));
        const actions = joinActions([
            readActions(context, statedSlot(record, "defaultActions")),
            ...(ofRules.get(record.urn) ?? []),
        ]);
        const { listener, undecided } = readListener(record, type === "gateway", actions);
        const others = byLoadBalancer.get(loadBalancer.key);
        byLoadBalancer.set(loadBalancer.key, {
            listeners: [...(others?.listeners ?? []), ...listener],
            undecided: [...(others?.undecided ?? []), ...actions.undecided, ...undecided],
        });
    }
    return byLoadBalancer;
}

/** The port that a gateway load balancer listens on, by its protocol (GENEVE). */
const genevePort = 6081;

function readListener(
    record: ResourceRecord,
    isGateway: boolean,
    actions: Actions,
): { readonly listener: readonly Listener[]; readonly undecided: readonly Undecided[] } {
    const portSlot = statedSlot(record, "port");
    const protocolSlot = statedSlot(record, "protocol");
    const port = isGateway ? genevePort : numberIn(portSlot);
    const open = [
        ...(port === undefined ? [unknownIn(portSlot, "the port it listens on")] : []),
        ...(isUnknownSlot(protocolSlot) ? [unknownIn(protocolSlot, "the protocol it listens for")] : []),
    ];
    if (port === undefined || open.length > 0) {
        return { listener: [], undecided: open };
    }
    const protocol = textIn(protocolSlot)?.toUpperCase() ?? (isGateway ? "GENEVE" : "HTTP");
    const { targetGroups, answers } = actions;
    return { listener: [{ urn: record.urn, protocol, port, targetGroups, answers }], undecided: [] };
}

function ruleActionsByListener(context: ModelContext): ReadonlyMap<Key, readonly Actions[]> {
    const byListener = new Map<Key, Actions[]>();
    for (const record of context.index.ofKind("listenerRule")) {
        const listener = context.references.one(statedSlot(record, "listenerArn"), ["listener"]);
        if (listener.kind === "found") {
            const actions = byListener.get(listener.key) ?? [];
            actions.push(readActions(context, statedSlot(record, "actions")));
            byListener.set(listener.key, actions);
        } else if (listener.kind === "undecided") {
            context.unattached.push(listener.undecided);
            // A rule is one more way of some load balancer: of which, its listener would tell.
            context.doubts.note("loadBalancers", [], true, listener.undecided);
        }
    }
    return byListener;
}

function readActions(context: ModelContext, list: Slot): Actions {
    if (isUnknownSlot(list)) {
        const groups = context.references.many(list, ["targetGroup"]);
        const open = unknownIn(list, "what it does with a request");
        return { targetGroups: groups.keys, answers: true, undecided: [...groups.undecided, open] };
    }
    const types = elements(list).map((action) => textIn(member(action, "type")));
    const groups = elements(list).flatMap((action) => [
        member(action, "targetGroupArn"),
        ...elements(member(member(action, "forward"), "targetGroups")).map((group) => member(group, "arn")),
    ]);
    const named = groups.filter((slot) => !isAbsent(slot));
    const found =
        named.length === 0
            ? noReferences
            : context.references.many(joined(list.path, named), ["targetGroup"]);
    return {
        targetGroups: found.keys,
        answers: types.some((type) => type === "redirect" || type === "fixed-response"),
        undecided: found.undecided,
    };
}

const joinActions = (all: readonly Actions[]): Actions => ({
    targetGroups: [...new Set(all.flatMap(({ targetGroups }) => targetGroups))].sort(),
    answers: all.some(({ answers }) => answers),
    undecided: all.flatMap(({ undecided }) => undecided),
});
