import { parse } from "yaml";
import type { PropertyValue, ResourceRecord } from "../../analysis/model/resource-record";
import { text, type Block, type Reading } from "../reading";

/** The document that Session Manager reads before every session, by the name it must have. */
const preferencesName = "SSM-SessionManagerRunShell";

export const documentType = "aws:ssm/document:Document";

/** Whether the document says how sessions are held. */
export function isSessionDocument(document: ResourceRecord): boolean {
    const name = text(document, "name");
    const kind = text(document, "documentType");
    return (name.known && name.value === preferencesName) || (kind.known && kind.value === "Session");
}

/** The inputs of a session document, written in JSON or YAML. */
export function sessionInputs(document: ResourceRecord): Reading<Block> {
    const content = text(document, "content", "");
    if (!content.known) {
        return content;
    }
    const inputs = (parsed(content.value) as { readonly inputs?: unknown } | null)?.inputs;
    const properties = (typeof inputs === "object" ? inputs : undefined) as PropertyValue;
    return {
        known: true,
        value: { urn: document.urn, property: "content.inputs", properties },
        place: content.place,
    };
}

/** YAML takes in JSON. What is neither holds no settings. */
function parsed(content: string): unknown {
    try {
        return parse(content);
    } catch {
        return undefined;
    }
}
