import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { at, blocks, faultUnless, flag, isSet, text } from "../reading";

/** What is wrong with how a target group finds out whether its targets are well. */
export function healthCheckFaults(group: ResourceRecord): Faults {
    const [kind, protocol] = [text(group, "targetType", "instance"), text(group, "protocol", "")];
    if (!kind.known || !protocol.known) {
        const open = kind.known ? protocol : kind;
        return open.known ? [] : [undecidable(open.undecided, "which health check it needs cannot be told")];
    }
    // A function that is not called is neither well nor ill.
    if (kind.value === "lambda") {
        return [];
    }
    const checks = blocks(group, "healthCheck");
    if (!checks.known) {
        return [undecidable(checks.undecided, "whether its targets are checked cannot be told")];
    }
    const speaksHttp = ["HTTP", "HTTPS"].includes(protocol.value.toUpperCase());
    return [
        ...faultUnless(
            flag(group, "healthCheck.enabled", true),
            (on) => on,
            "is false: nobody asks the targets",
        ),
        ...(!speaksHttp || isSet(group, "healthCheck.path")
            ? []
            : [violates(at(group, "healthCheck.path"), "is not set, so nobody asks the application itself")]),
        ...faultUnless(
            text(group, "healthCheck.matcher", "200"),
            (codes) => !acceptsErrors(codes),
            (codes) => `is "${codes}", which takes errors of the server for health`,
        ),
    ];
}

/** Codes come as `200`, `200,301` and `200-499`. */
const acceptsErrors = (codes: string): boolean =>
    codes.split(",").some((range) => Number(range.split("-").at(-1)) >= 500);
