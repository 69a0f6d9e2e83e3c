"use strict";

const { mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } = require("node:fs");
const Module = require("node:module");
const { dirname, join } = require("node:path");

/** Folders that hold no modules of a program. */
const skipped = new Set(["node_modules", "dist", "tests", "bench", "coverage"]);

/**
 * Lets `require` read TypeScript. The first time, and whenever a source has changed, all sources of
 * a package are transpiled in one go, which takes a fraction of what one at a time does; the result
 * is kept beside the package's other caches. Types are not checked: `npm run check` does that.
 */
function registerTypeScript() {
    const packages = new Map();
    Module._extensions[".ts"] = (module, path) => {
        const root = packageRoot(path);
        if (!packages.has(root)) {
            packages.set(root, readCache(root));
        }
        if (!isCurrent(packages.get(root)[path], path)) {
            packages.set(root, transpileAll(root, path, packages.get(root)));
        }
        module._compile(packages.get(root)[path].code, path);
    };
    preferTypeScript();
}

/** Beside a source there may be data or a build of the same name; a source means its fellow sources. */
function preferTypeScript() {
    const resolveFilename = Module._resolveFilename;
    Module._resolveFilename = function (request, parent, ...more) {
        const besideSource = /^\.{1,2}\//.test(request) && parent?.filename?.endsWith(".ts");
        const source = besideSource ? `${join(dirname(parent.filename), request)}.ts` : undefined;
        return source !== undefined && isFile(source)
            ? source
            : resolveFilename.call(this, request, parent, ...more);
    };
}

const roots = new Map();

/** The folder of the nearest package.json. */
function packageRoot(path) {
    const folder = dirname(path);
    if (!roots.has(folder)) {
        const found = isFile(join(folder, "package.json")) || dirname(folder) === folder;
        roots.set(folder, found ? folder : packageRoot(folder));
    }
    return roots.get(folder);
}

const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

const versionOf = (path) => {
    const { mtimeMs, size } = statSync(path);
    return `${mtimeMs} ${size}`;
};

const isCurrent = (entry, path) => entry !== undefined && entry.version === versionOf(path);

function transpileAll(root, wanted, cached) {
    const paths = [...new Set([wanted, ...sourcesIn(root)])];
    const stale = paths.filter((path) => !isCurrent(cached[path], path));
    const current = Object.fromEntries(
        paths.filter((path) => !stale.includes(path)).map((path) => [path, cached[path]]),
    );
    const versions = stale.map(versionOf);
    const { outputFiles } = require("esbuild").buildSync({
        entryPoints: stale,
        outbase: root,
        outdir: root,
        outExtension: { ".js": ".transpiled" },
        write: false,
        format: "cjs",
        platform: "node",
        target: `node${process.versions.node}`,
        logLevel: "silent",
    });
    const codes = new Map(outputFiles.map(({ path, text }) => [path.replace(/\.transpiled$/, ".ts"), text]));
    stale.forEach((path, index) => {
        current[path] = { version: versions[index], code: codes.get(path) };
    });
    writeCache(root, current);
    return current;
}

const sourcesIn = (folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        if (entry.isDirectory()) {
            return skipped.has(entry.name) || entry.name.startsWith(".")
                ? []
                : sourcesIn(join(folder, entry.name));
        }
        return /(?<!\.d)\.ts$/.test(entry.name) ? [join(folder, entry.name)] : [];
    });

const cacheFile = (root) => join(root, "node_modules", ".cache", "palisade", "sources.json");

function readCache(root) {
    try {
        return JSON.parse(readFileSync(cacheFile(root), "utf8"));
    } catch {
        // Not there, or cut off while it was written: as good as empty.
        return {};
    }
}

/** A cache that cannot be written costs time and nothing else. */
function writeCache(root, sources) {
    const draft = `${cacheFile(root)}.${process.pid}`;
    try {
        mkdirSync(dirname(draft), { recursive: true });
        writeFileSync(draft, JSON.stringify(sources));
        renameSync(draft, cacheFile(root));
    } catch (error) {
        if (!["EACCES", "EROFS", "ENOSPC"].includes(error.code)) {
            throw error;
        }
    }
}

module.exports = { registerTypeScript };
