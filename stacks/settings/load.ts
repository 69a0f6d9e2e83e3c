import * as pulumi from "@pulumi/pulumi";
import { namespace, readSettings } from "./read-settings";
import type { Settings } from "./schema";

/**
 * Reads this stack's settings from its configuration. Nothing else of the program reads configuration.
 * Throws a SettingsError with everything that is wrong with them.
 */
export function loadSettings(): Settings {
    // All of it, and not key by key: a section whose key has a typo would never be asked for.
    const config = pulumi.runtime.allConfig();
    const prefix = `${namespace}:`;
    const written = Object.entries(config)
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, text]) => [key.slice(prefix.length), valueOf(text)]);
    return readSettings({ sections: Object.fromEntries(written), region: config["aws:region"] });
}

/** Pulumi hands on maps and lists as JSON, and text as it is. */
function valueOf(text: string): unknown {
    if (!/^\s*[[{]/.test(text)) {
        return text;
    }
    try {
        return JSON.parse(text) as unknown;
    } catch {
        return text;
    }
}
