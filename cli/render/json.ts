import type { Renderer } from "./rendering";

/** The whole report as data, for other programs. */
export const renderJson: Renderer = (report) => `${JSON.stringify(report, null, 2)}\n`;
