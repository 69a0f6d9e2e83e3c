import { createEnvironment, type EnvironmentOutputs } from "./environment";
import { loadSettings } from "./settings/load";

/** The program of every stack: `pulumi up` and the palisade command both call it; its result is the stack's outputs. */
const program = (): EnvironmentOutputs => createEnvironment(loadSettings());

export = program;
