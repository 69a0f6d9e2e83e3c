/** Breaks a text between words so that no line is longer than `width`, each line after `indent`. */
export function wrap(text: string, width: number, indent = ""): string {
    const room = Math.max(20, width - indent.length);
    return text
        .split("\n")
        .flatMap((paragraph) => wrapped(paragraph, room))
        .map((line) => indent + line)
        .join("\n");
}

function wrapped(paragraph: string, room: number): readonly string[] {
    const lines: string[] = [];
    let line = /^\s*/.exec(paragraph)![0];
    for (const word of paragraph.trim().split(/\s+/)) {
        const longer = line.trim() === "" ? line + word : `${line} ${word}`;
        if (longer.length > room && line.trim() !== "") {
            lines.push(line);
            line = word;
        } else {
            line = longer;
        }
    }
    return [...lines, line];
}

/** Cuts a text that is too long for its place, and shows that it was cut. */
export const clip = (text: string, width: number): string =>
    text.length <= width ? text : `${text.slice(0, Math.max(1, width - 1))}…`;
