import { ConfigureAnalyzerRequest } from "@pulumi/pulumi/proto/analyzer_pb";

let observed: ReadonlyMap<string, unknown> | undefined;

/** The configuration of all policies as the engine sent it, unknown names included. */
export const observedConfiguration = (): ReadonlyMap<string, unknown> | undefined => observed;

/**
 * Lets the pack see its whole configuration. The SDK shows each policy only its own section, and the
 * engine sends sections of policies that do not exist without a word (pkg/resource/analyzer/config.go),
 * so the one place to find them is the request itself.
 */
export function observeConfiguration(): void {
    const prototype = ConfigureAnalyzerRequest.prototype;
    const original = prototype.getPolicyconfigMap;
    prototype.getPolicyconfigMap = function (this: ConfigureAnalyzerRequest, ...rest): PolicyConfigMap {
        const map = original.apply(this, rest);
        // Not getEntryList: it answers what is on the wire, and not messages.
        const sections = new Map<string, unknown>();
        map.forEach((section, name) => sections.set(name, section.getProperties()?.toJavaScript() ?? {}));
        observed = sections;
        return map;
    };
}

type PolicyConfigMap = ReturnType<ConfigureAnalyzerRequest["getPolicyconfigMap"]>;
