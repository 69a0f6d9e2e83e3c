import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Suite } from "./fixture";

const root = join(__dirname, "..", "..", "..");

interface Listed {
    readonly name: string;
    readonly kind: string;
    readonly enforcement: string;
    readonly controls: readonly string[];
    readonly anchors: readonly string[];
}

interface ControlEntry {
    readonly id: string;
    readonly anchors: { readonly [suite: string]: string | undefined };
}

/** `palisade policies --json`, as any program would call it. */
export const listedPolicies = JSON.parse(
    execFileSync(process.execPath, [join(root, "bin", "palisade.js"), "policies", "--json"], {
        cwd: root,
        encoding: "utf8",
    }),
) as readonly Listed[];

const catalogue = JSON.parse(
    readFileSync(join(root, "policy-pack", "controls.json"), "utf8"),
) as readonly ControlEntry[];

/** The controls that stand for another tool's rule, by the tool's own id. */
export const controlsFor = (suite: Suite, id: string): string[] =>
    catalogue
        .filter((control) =>
            suite === "control"
                ? control.id === id
                : (control.anchors[suite] ?? "").split(",").some((one) => one.trim() === id),
        )
        .map((control) => control.id);

/** The names of the policies that cover any of those controls. */
export function policiesFor(suite: Suite, id: string): string[] {
    const covered = new Set(controlsFor(suite, id));
    return listedPolicies
        .filter(({ controls }) => controls.some((control) => covered.has(control)))
        .map(({ name }) => name);
}
