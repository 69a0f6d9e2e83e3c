import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { policiesOf } from "./pack";
import { rules } from "./rules";
import { observedConfiguration } from "./whole-configuration";

export { rules };

/** The pack's folder, seen from its sources and from its compiled bundle alike. */
export const packFolder = existsSync(join(__dirname, "PulumiPolicy.yaml")) ? __dirname : dirname(__dirname);

const waiversFile = join(packFolder, "waivers.json");

/** Every policy as a plain CrossGuard object. Importing them serves nothing; `index.ts` does. */
export const policies = policiesOf(rules, {
    ...(existsSync(waiversFile) ? { waivers: readFileSync(waiversFile, "utf8") } : {}),
    today: new Date().toISOString().slice(0, 10),
    configuration: observedConfiguration,
});
