import catalogue from "./controls.json";

/** One control of the catalogue, with the rules of other tools and standards that check it too. */
export interface Control {
    readonly id: string;
    readonly area: string;
    readonly check: string;
    /** For each standard or tool, its own ids, separated by commas (CIS: versions first). */
    readonly anchors: { readonly [anchor: string]: string | undefined };
}

export const controls: ReadonlyMap<string, Control> = new Map(
    (catalogue as readonly Control[]).map((control) => [control.id, control]),
);

/** What stands for a control in a policy's tags: `control:<id>` and its anchors. */
export const controlTags = (control: Control): string[] => [`control:${control.id}`, ...anchorTags(control)];

/** The ids that other tools and standards give a control: `fsbp:EC2.13`, `cis-5.0:5.3` and so on. */
export const anchorTags = (control: Control): string[] =>
    Object.entries(control.anchors).flatMap(([anchor, ids]) =>
        (ids ?? "").split(";").flatMap((part) => tagsOfPart(anchor, part.trim())),
    );

function tagsOfPart(anchor: string, text: string): string[] {
    const versioned = anchor === "cis" ? /^([^:]+):(.+)$/.exec(text) : null;
    const prefix = versioned === null ? anchor : `${anchor}-${versioned[1]!}`;
    return (versioned?.[2] ?? text)
        .split(",")
        .map((id) => id.trim())
        .filter((id) => id !== "")
        .map((id) => `${prefix}:${id}`);
}
