"use strict";

const Module = require("node:module");

/**
 * What packages load at once and need only for what a preview never does. For the Pulumi SDK that is
 * serializing functions (TypeScript, npm's dependency tree), talking to an engine (gRPC, tracing), and
 * the Automation API: nine tenths of its loading time and half of its memory. For zod it is the
 * translations of its messages, a third of its loading time.
 */
const deferred = [
    { of: "@pulumi", request: /^(typescript|@npmcli\/arborist|normalize-package-data)$/ },
    { of: "@pulumi", request: /^(@grpc\/grpc-js|@opentelemetry\/api)$/ },
    { of: "@pulumi", request: /_grpc_pb(\.js)?$/ },
    { of: "@pulumi", request: /^\.{1,2}\/automation$/ },
    { of: "zod", request: /^\.\.\/locales\/index\.cjs$/ },
].map(({ of, request }) => ({ request, parent: new RegExp(`[\\\\/]node_modules[\\\\/]${of}[\\\\/]`) }));

const isDeferred = (request, parent) =>
    deferred.some((one) => one.request.test(request) && one.parent.test(parent?.filename ?? ""));

/** Lets the SDK's modules have these packages only when they first use them. */
function deferModules() {
    const load = Module._load;
    Module._load = function (request, parent, isMain) {
        return isDeferred(request, parent)
            ? onFirstUse(() => load.call(this, request, parent, isMain))
            : load.call(this, request, parent, isMain);
    };
}

/** Stands for a module that is loaded when one of its members is asked for. */
function onFirstUse(load) {
    let loaded;
    const actual = () => (loaded ??= load());
    return new Proxy(() => undefined, {
        // TypeScript's import helpers ask this at once, and take a module that says yes as it is.
        get: (_target, name) => (name === "__esModule" ? true : memberOf(actual(), name)),
        has: (_target, name) => name in actual(),
        apply: (_target, self, args) => Reflect.apply(actual(), self, args),
        ownKeys: () => Reflect.ownKeys(actual()),
        getOwnPropertyDescriptor: (_target, name) => {
            const descriptor = Object.getOwnPropertyDescriptor(actual(), name);
            return descriptor === undefined ? undefined : { ...descriptor, configurable: true };
        },
    });
}

const memberOf = (module, name) => (name === "default" && !module.__esModule ? module : module[name]);

module.exports = { deferModules };
