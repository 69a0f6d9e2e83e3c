import type { Statement } from "../policy-statements";

/** Whether the text matches everything: `*`, `**`, `*:*`, `?*`. */
export const isEverything = (pattern: string): boolean => /^[*?]*\*[*?]*(?::[*?]*\*[*?]*)*$/.test(pattern);

/** Whether it is every action of one service: `s3:*`. */
export const isWholeService = (action: string): boolean => /^[a-z0-9-]+:\*+$/i.test(action);

/** Whether an action, which may have wildcards, takes in another. Actions know no case. */
export function takesIn(pattern: string, action: string): boolean {
    const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&");
    return new RegExp(`^${escaped.replace(/\*+/g, ".*").replace(/\?/g, ".")}$`, "i").test(action);
}

/** Whether a statement reaches every resource, by name or by naming only what it leaves out. */
export const reachesEverything = ({ resources, notResources }: Statement): boolean =>
    notResources.length > 0 || resources.some(isEverything);
