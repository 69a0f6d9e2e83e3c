import type { z } from "zod";
import type { Problem } from "../../components/planning/problem";
import { zoneIdPrefix } from "../../components/planning/region-zones";
import { ruleProblems } from "./rules";
import { sections, type Settings, type SoundSections } from "./schema";
import { SettingsError } from "./settings-error";
import { shapeProblems, unknownKey } from "./shape-problems";

/** A stack's configuration: the sections of its namespace as parsed from their text, and its region. */
export interface RawSettings {
    readonly sections: { readonly [key: string]: unknown };
    readonly region: string | undefined;
}

export const namespace = "palisade";

/**
 * Checks settings and fills in their defaults. Throws a SettingsError with everything that is wrong:
 * the shape of each section, and what the sections of the right shape mean for each other.
 */
export function readSettings(raw: RawSettings): Settings {
    const problems: Problem[] = [];
    const known = Object.keys(sections);
    for (const key of Object.keys(raw.sections).filter((candidate) => !known.includes(candidate))) {
        problems.push(unknownKey(key, key, known));
    }
    const sound: { [key: string]: unknown } = {};
    for (const [key, schema] of Object.entries(sections)) {
        const written = leftOut(raw.sections[key], schema) ? undefined : raw.sections[key];
        const result = schema.safeParse(written);
        if (result.success) {
            sound[key] = result.data;
        } else {
            problems.push(
                ...result.error.issues.flatMap((issue) => shapeProblems(key, schema, written, issue)),
            );
        }
    }
    problems.push(...ruleProblems(sound as SoundSections, raw.region));
    const all = [
        ...problems.map((problem) => ({ ...problem, path: `${namespace}:${problem.path}` })),
        ...regionProblems(raw.region),
    ];
    if (all.length > 0) {
        throw new SettingsError(all);
    }
    return { ...(sound as Omit<Settings, "region">), region: raw.region! };
}

/**
 * Whether an empty map stands for a section that may be left out. Pulumi wants a default for every key
 * that Pulumi.yaml describes and has none for "nothing".
 */
const leftOut = (written: unknown, schema: z.ZodType): boolean =>
    typeof written === "object" &&
    written !== null &&
    !Array.isArray(written) &&
    Object.keys(written).length === 0 &&
    schema.safeParse(undefined).success;

const regionProblems = (region: string | undefined): Problem[] =>
    region !== undefined && zoneIdPrefix(region) !== undefined
        ? []
        : [
              {
                  path: "aws:region",
                  given: region === undefined ? "nothing" : `"${region}"`,
                  allowed: "a region of AWS outside its isolated partitions",
                  change: "write the region that the zones are in, for example us-east-1",
              },
          ];
