import { existsSync } from "node:fs";
import { join } from "node:path";
import { controlOf } from "../../../policy-pack/controls";
import type { AnyRule } from "../../../policy-pack/rule";
import type { Specimens } from "./specimen";

/** Where the specimens of a policy must be: `tests/policy-pack/specimens/<area>/<control id>.ts`. */
export const specimensFile = (rule: AnyRule): string =>
    join(__dirname, "..", "specimens", controlOf(rule.id).area, `${rule.id}.ts`);

/** The specimens of a policy; undefined where nobody has written them. */
export async function specimensOf(rule: AnyRule): Promise<Specimens | undefined> {
    const file = specimensFile(rule);
    return existsSync(file)
        ? ((await import(file)) as { readonly specimens: Specimens }).specimens
        : undefined;
}
