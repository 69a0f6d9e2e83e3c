import type { ProjectStack } from "./project";

/**
 * Loads a program's modules anew and runs it, as a process of its own would. Packages keep their
 * one copy: the SDK's types must be the same everywhere.
 */
export async function loadProgram(project: Pick<ProjectStack, "program">): Promise<object | undefined> {
    const before = new Set(Object.keys(require.cache));
    delete require.cache[require.resolve(project.program)];
    try {
        const exported: unknown = module.require(project.program);
        return (await (typeof exported === "function" ? exported() : exported)) as object | undefined;
    } finally {
        for (const path of Object.keys(require.cache)) {
            if (!before.has(path) && !path.includes("/node_modules/")) {
                delete require.cache[path];
            }
        }
    }
}
