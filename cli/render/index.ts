import { extname } from "node:path";
import { ProjectSettingsError } from "../offline/settings-problem";
import type { PreviewReport } from "../report";
import { renderHtml } from "./html";
import { renderJson } from "./json";
import { renderJunit } from "./junit";
import { renderMarkdown } from "./markdown";
import { renderMermaid } from "./mermaid";
import type { Rendering } from "./rendering";
import { renderSarif } from "./sarif";
import { renderText } from "./text";

const formats = {
    text: { extension: ".txt", render: renderText },
    markdown: { extension: ".md", render: renderMarkdown },
    mermaid: { extension: ".mmd", render: renderMermaid },
    sarif: { extension: ".sarif", render: renderSarif },
    junit: { extension: ".xml", render: renderJunit },
    html: { extension: ".html", render: renderHtml },
    json: { extension: ".json", render: renderJson },
} as const;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];

/** Draws a report in a format, as one text that ends with a line break. */
export const render = (report: PreviewReport, format: FormatName, how: Rendering): string =>
    formats[format].render(report, how);

/** The format that a file's name asks for. */
export function formatOf(file: string): FormatName {
    const found = formatNames.find((name) => formats[name].extension === extname(file));
    if (found === undefined) {
        const known = formatNames.map((name) => formats[name].extension).join(", ");
        throw new ProjectSettingsError([`--output ${file}: its ending names no format; known are ${known}`]);
    }
    return found;
}
