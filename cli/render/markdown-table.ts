/** A table of GitHub's Markdown. Cells are taken as they are. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
    [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** A text that keeps its cell together, and is no markup. */
export const escapeCell = (text: string): string =>
    text.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("\n", " ");
