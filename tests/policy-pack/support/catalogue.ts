import { existsSync } from "node:fs";
import { join } from "node:path";
import { controls } from "../../../policy-pack/controls";
import type { AnyRule } from "../../../policy-pack/rule";
import type { Specimens } from "./specimen";

/** The area of the policy's control, or of its checklist line where it stands for no control. */
const areaOf = ({ id, checklist }: AnyRule): string =>
    controls.get(id)?.area ?? checklist[0]?.replace(/-\d+$/, "") ?? "";

/** Where the specimens of a policy must be: `tests/policy-pack/specimens/<area>/<its id>.ts`. */
export const specimensFile = (rule: AnyRule): string =>
    join(__dirname, "..", "specimens", areaOf(rule), `${rule.id}.ts`);

/** The specimens of a policy; undefined where nobody has written them. */
export async function specimensOf(rule: AnyRule): Promise<Specimens | undefined> {
    const file = specimensFile(rule);
    return existsSync(file)
        ? ((await import(file)) as { readonly specimens: Specimens }).specimens
        : undefined;
}
