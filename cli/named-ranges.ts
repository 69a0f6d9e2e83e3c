import { isCidrProblem, readCidr, type Cidr } from "../packets/cidr";
import { addressSet } from "../packets/address-set";
import type { NamedRange } from "../analysis/reachability/matrix";
import type { ProjectStack } from "./offline/project";

/**
 * The ranges outside the network that the stack's own settings name (`ranges`, each with its `cidrs`),
 * so that the office is called the office. A project that has no such setting names none.
 */
export function namedRanges({ project, config }: Pick<ProjectStack, "project" | "config">): NamedRange[] {
    const stated = parsed(config[`${project}:ranges`]);
    return Object.entries(stated).flatMap(([name, range]) => {
        const texts: unknown = (range as { readonly cidrs?: unknown } | null)?.cidrs;
        const cidrs = (Array.isArray(texts) ? texts : [])
            .map((text) => readCidr(String(text)))
            .filter((cidr): cidr is Cidr => !isCidrProblem(cidr));
        return cidrs.length === 0 ? [] : [{ name, addresses: addressSet(cidrs) }];
    });
}

function parsed(text: string | undefined): object {
    try {
        const value: unknown = JSON.parse(text ?? "{}");
        return typeof value === "object" && value !== null ? value : {};
    } catch {
        // Not JSON, so not a map of ranges; the program's own check of its settings tells of that.
        return {};
    }
}
