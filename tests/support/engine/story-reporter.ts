import Mocha from "mocha";
import { counts } from "./story-counts";

/** Mocha's `spec` reporter, ended by what the stories counted and a line that says how they went. */
class StoryReporter extends Mocha.reporters.Spec {
    constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
        super(runner, options);
        runner.once("end", () => {
            for (const [what, count] of Object.entries(counts)) {
                console.log(`${count} ${what}`);
            }
            console.log(`${this.stats.passes} passed, ${this.stats.failures} failed`);
        });
    }
}

export = StoryReporter;
