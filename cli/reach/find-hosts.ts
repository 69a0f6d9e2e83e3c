import { didYouMean } from "../../components/planning/did-you-mean";
import { interfacesIn, interfacesInSubnet } from "../../analysis/model/interface-queries";
import type { NetworkInterface } from "../../analysis/model/network-model";
import { InputError } from "../input-error";
import type { NetworkSource } from "../network-source";

/** A network interface by its key in the model, and by what people call it. */
export interface NamedHost {
    readonly key: string;
    readonly name: string;
}

/** One thing that a name can mean, and the interfaces that it then stands for. */
interface Meaning {
    readonly what: string;
    readonly hosts: readonly NetworkInterface[];
}

/**
 * The interfaces that a name or URN stands for: those of the resource itself (a load balancer's and an
 * endpoint's among them) or the members of a flow table's group; failing these, the members of a
 * security group, the interfaces in a subnet, or those below a component. Throws an InputError with all
 * candidates where it can mean more than one thing, and with the nearest names where it means nothing.
 */
export function hostsNamed(source: NetworkSource, text: string, role: "from" | "to"): readonly NamedHost[] {
    const first = [...interfaceMeanings(source, text), ...groupKeyMeanings(source, text)];
    const meanings = distinct(first.length > 0 ? first : resourceMeanings(source, text));
    const [only, ...others] = meanings;
    if (others.length > 0) {
        throw new InputError([
            [
                `--${role}: "${text}" can mean any of these; name one by its URN`,
                ...meanings.map(described),
            ].join("\n"),
        ]);
    }
    if (only === undefined) {
        throw new InputError([`--${role}: ${nobodyCalled(source, text)}`]);
    }
    if (only.hosts.length === 0) {
        throw new InputError([
            `--${role}: "${text}" has no network interface, so nothing can be opened from it or to it`,
        ]);
    }
    return only.hosts.map(({ key, record }) => ({ key, name: record?.name ?? key }));
}

function interfaceMeanings({ model }: NetworkSource, text: string): Meaning[] {
    const carried = [...model.loadBalancers.values(), ...model.interfaceEndpoints.values()]
        .filter(({ key, record }) => isCalled(text, key, record))
        .map(({ networkInterface }) => model.interfaces.get(networkInterface));
    const own = [...model.interfaces.values()].filter(({ key, record }) => isCalled(text, key, record));
    const instances = [...(model.instanceInterfaces ?? [])].filter(([urn]) =>
        isCalled(text, urn, model.records.get(urn)),
    );
    const several = instances.map(([what, keys]) => ({
        what,
        hosts: keys.map((key) => model.interfaces.get(key)).filter((host) => host !== undefined),
    }));
    const single = [...new Set([...own, ...carried])]
        .filter((host) => host !== undefined)
        .filter((host) => !several.some(({ what }) => what === host.key))
        .map((host) => ({ what: host.record?.urn ?? host.key, hosts: [host] }));
    return [...several, ...single];
}

const groupKeyMeanings = ({ model, intents }: NetworkSource, text: string): Meaning[] =>
    intents.flatMap(({ groups }) => {
        const group = groups.get(text)?.securityGroup;
        return group === undefined ? [] : [{ what: group, hosts: interfacesIn(model, group) }];
    });

function resourceMeanings({ model, records }: NetworkSource, text: string): Meaning[] {
    const named = records.filter((record) => isCalled(text, record.urn, record));
    const parents = new Map(records.map(({ urn, parent }) => [urn, parent]));
    const isBelow = (urn: string | undefined, ancestor: string): boolean =>
        urn !== undefined && (urn === ancestor || isBelow(parents.get(urn), ancestor));
    return named.map(({ urn, custom }) => ({
        what: urn,
        hosts: model.securityGroups.has(urn)
            ? interfacesIn(model, urn)
            : model.subnets.has(urn)
              ? interfacesInSubnet(model, urn)
              : custom
                ? []
                : [...model.interfaces.values()].filter(({ record }) => isBelow(record?.urn, urn)),
    }));
}

const isCalled = (
    text: string,
    key: string,
    record: { readonly urn: string; readonly name: string; readonly id?: string } | undefined,
): boolean => [key, record?.urn, record?.name, record?.id].includes(text);

/** Meanings that stand for the same interfaces are one; those that stand for none count only alone. */
function distinct(meanings: readonly Meaning[]): readonly Meaning[] {
    const byHosts = new Map<string, Meaning>();
    for (const meaning of meanings) {
        const id = meaning.hosts
            .map(({ key }) => key)
            .sort()
            .join(" ");
        if (!byHosts.has(id)) {
            byHosts.set(id, meaning);
        }
    }
    return byHosts.size > 1
        ? [...byHosts.values()].filter(({ hosts }) => hosts.length > 0)
        : [...byHosts.values()];
}

const described = ({ what, hosts }: Meaning): string =>
    hosts.length === 1 ? `  ${what}` : `  ${what} (${hosts.length} network interfaces)`;

function nobodyCalled(source: NetworkSource, text: string): string {
    const known = [
        "internet",
        ...source.intents.flatMap(({ groups }) => [...groups.keys()]),
        ...source.ranges.map(({ name }) => name),
        ...[...source.model.interfaces.values()].map(({ key, record }) => record?.name ?? key),
    ];
    const names = [...new Set(known)];
    const hint = didYouMean(text, [...names, ...source.records.map(({ name }) => name)]);
    const shown = names.slice(0, 20).join(", ");
    const more = names.length > 20 ? ` and ${names.length - 20} more` : "";
    return `nothing is called "${text}"${hint === "" ? `; there are ${shown}${more}` : hint}`;
}
