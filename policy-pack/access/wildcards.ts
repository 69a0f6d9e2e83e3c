import type { Statement } from "../policy-statements";

/** Whether the pattern matches everything: `*`, `**`, `*:*`, `?*`. */
export const isEverything = (pattern: string): boolean => pattern.includes("*") && /^[*?:]+$/.test(pattern);

/** Whether it is every action of one service: `s3:*`. */
export const isWholeService = (action: string): boolean => /^[a-z0-9-]+:\*+$/i.test(action);

/**
 * Whether an action, which may have wildcards, takes in another. Actions know no case. Its time grows
 * with the product of both lengths at most, whatever the pattern.
 */
export function takesIn(pattern: string, action: string): boolean {
    const [wanted, text] = [pattern.toLowerCase(), action.toLowerCase()];
    let [at, reached] = [0, 0];
    let [afterStar, retry] = [-1, 0];
    while (at < text.length) {
        if (wanted[reached] === "*") {
            afterStar = reached += 1;
            retry = at;
        } else if (wanted[reached] === "?" || wanted[reached] === text[at]) {
            at += 1;
            reached += 1;
        } else if (afterStar >= 0) {
            // The last star takes in one character more.
            at = retry += 1;
            reached = afterStar;
        } else {
            return false;
        }
    }
    return /^\**$/.test(wanted.slice(reached));
}

/** Whether a statement reaches every resource, by name or by naming only what it leaves out. */
export const reachesEverything = ({ resources, notResources }: Statement): boolean =>
    notResources.length > 0 || resources.some(isEverything);
