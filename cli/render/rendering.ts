import type { PreviewReport } from "../report";
import type { Colors } from "../terminal";

/** What a rendering may use of the place it is shown in. */
export interface Rendering {
    readonly colors: Colors;
    readonly width: number;
    /** Every resource and every line, where the short form would sum them up. */
    readonly verbose: boolean;
    readonly quiet: boolean;
}

export type Renderer = (report: PreviewReport, how: Rendering) => string;
