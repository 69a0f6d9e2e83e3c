import type { RecordedRegistration } from "../../../cli/offline/recorded-registration";
import { Plan } from "../plan";

/** How far around a change the plans are handed on, by references either way. */
const hops = 3;
/** What so many others refer to (a VPC, a key) is handed on, and nothing that lies behind it. */
const hub = 12;

/**
 * What a change is about, before and after it: the resources that it adds, takes away or alters, and those
 * around them. Scanners take seconds for a whole plan; what is nowhere near a change they judge as before.
 */
export function neighbourhood(unbroken: Plan, broken: Plan): { readonly before: Plan; readonly after: Plan } {
    const former = new Map(unbroken.registrations.map((one) => [one.urn, one]));
    const latter = new Map(broken.registrations.map((one) => [one.urn, one]));
    const changed = [...new Set([...former.keys(), ...latter.keys()])].filter(
        (urn) => !isSame(former.get(urn), latter.get(urn)),
    );
    const links = linksOf([...unbroken.registrations, ...broken.registrations]);
    const near = new Set(changed);
    let edge = changed;
    for (let hop = 0; hop < hops; hop += 1) {
        const through = edge.filter((urn) => hop === 0 || (links.get(urn)?.size ?? 0) < hub);
        edge = [...new Set(through.flatMap((urn) => [...(links.get(urn) ?? [])]))].filter(
            (urn) => !near.has(urn),
        );
        edge.forEach((urn) => near.add(urn));
    }
    const part = (plan: Plan): Plan => new Plan(plan.registrations.filter(({ urn }) => near.has(urn)));
    return { before: part(unbroken), after: part(broken) };
}

const isSame = (one: RecordedRegistration | undefined, other: RecordedRegistration | undefined): boolean =>
    one === other || JSON.stringify(one) === JSON.stringify(other);

function linksOf(registrations: readonly RecordedRegistration[]): ReadonlyMap<string, Set<string>> {
    const links = new Map<string, Set<string>>();
    const link = (from: string, to: string): void => {
        links.set(from, (links.get(from) ?? new Set<string>()).add(to));
    };
    for (const { urn, propertyDependencies } of registrations) {
        for (const source of Object.values(propertyDependencies).flat()) {
            link(urn, source);
            link(source, urn);
        }
    }
    return links;
}
