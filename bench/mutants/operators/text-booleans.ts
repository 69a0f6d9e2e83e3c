import { decisiveProperties } from "../decisive";
import type { Operator } from "../operator";
import { eachDecisive, setting } from "./weakened-properties";

/** Insecure booleans written as texts, of which "false" is truthy, and texts written as booleans. */
export const textBooleans: Operator = {
    name: "boolean written as a text, or the other way round",
    mutants: (plan) =>
        eachDecisive(plan, decisiveProperties, (resource, { property, insecure, policies }) =>
            insecure.flatMap((value) =>
                typeof value === "boolean"
                    ? [setting(plan, resource, property, String(value), policies)]
                    : value === "true" || value === "false"
                      ? [setting(plan, resource, property, value === "true", policies)]
                      : [],
            ),
        ),
};
