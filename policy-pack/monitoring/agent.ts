import type { ResourceRecord, Undecided } from "../../analysis/model/resource-record";
import { userData } from "../access/user-data";
import { blocks, text, texts, valueAt } from "../reading";
import type { Stack } from "../stack";

const associationType = "aws:ssm/association:Association";

/** Whether a boot script starts the CloudWatch agent; undefined while nobody knows the script. */
export function startsAgent(source: ResourceRecord): boolean | Undecided {
    const script = userData(source);
    return script.known
        ? /amazon-cloudwatch-agent|AmazonCloudWatchAgent/.test(script.value)
        : script.undecided;
}

/** Whether Systems Manager sees to the agent on these hosts, by their tags, their id, or everywhere. */
export const isManaged = (stack: Stack, host: ResourceRecord, tags: ReadonlyMap<string, string>): boolean =>
    stack
        .stated(associationType)
        .filter(isAboutAgent)
        .some((association) => {
            const targets = blocks(association, "targets");
            return (targets.known ? targets.value : []).some((target) => {
                const key = text(target, "key", "");
                const values = texts(target, "values");
                const tag = key.known ? /^tag:(.+)$/.exec(key.value)?.[1] : undefined;
                if (tag !== undefined) {
                    return values.known && values.value.includes(tags.get(tag) ?? "");
                }
                const named = stack.references(association, `${target.property}.values`, host.type);
                const isHost = named.known && named.value.some(({ urn }) => urn === host.urn);
                return isHost || (values.known && values.value.includes("*"));
            });
        });

function isAboutAgent(association: ResourceRecord): boolean {
    const document = text(association, "name", "");
    const action = text(association, "parameters.name", "");
    return (
        document.known &&
        (document.value === "AmazonCloudWatch-ManageAgent" ||
            (document.value === "AWS-ConfigureAWSPackage" &&
                action.known &&
                action.value === "AmazonCloudWatchAgent"))
    );
}

/** The tags that a host, or the hosts of a fleet, will have. */
export function tagsOf(...sources: readonly ResourceRecord[]): ReadonlyMap<string, string> {
    const pairs = sources.flatMap((source) => {
        const written = valueAt(source, "tags");
        const ofFleet = Array.isArray(written) ? blocks(source, "tags") : undefined;
        const specified = blocks(source, "tagSpecifications");
        return [
            ...(ofFleet?.known
                ? ofFleet.value.map((tag) => [valueAt(tag, "key"), valueAt(tag, "value")])
                : []),
            ...(ofFleet === undefined ? entries(written) : []),
            ...(specified.known ? specified.value.flatMap((one) => entries(valueAt(one, "tags"))) : []),
        ];
    });
    return new Map(
        pairs.filter((pair): pair is [string, string] => pair.every((part) => typeof part === "string")),
    );
}

const entries = (tags: unknown): [string, unknown][] =>
    typeof tags === "object" && tags !== null && !Array.isArray(tags) ? Object.entries(tags) : [];
