import { decisiveProperties } from "../decisive";
import { called, type Operator } from "../operator";
import { unknown } from "../plan";
import { eachDecisive } from "./weakened-properties";

/** Properties that name other resources: an unknown one is an id that the update will fill in. */
const named = new Set(["kmsKeyId", "kmsKeyArn", "kmsMasterKeyId", "securityGroupIds", "allocationId"]);

/** Decisive properties that nobody can know before the update, so that no policy may pass them. */
export const unknownProperties: Operator = {
    name: "decisive property unknown",
    mutants: (plan) => {
        const seen = new Set<string>();
        return eachDecisive(plan, decisiveProperties, (resource, { property, policies }) => {
            const place = `${resource.urn} ${property}`;
            const top = property.split(".")[0]!;
            const isTold = (resource.propertyDependencies[top] ?? []).length > 0 || named.has(top);
            if (seen.has(place) || isTold || isText(property)) {
                return [];
            }
            seen.add(place);
            return [
                {
                    change: `${called(resource)}: ${property} unknown`,
                    plan: plan.with(resource, { [property]: unknown }),
                    expected: policies,
                },
            ];
        });
    },
};

/** What people write for people: unknown, it is still there. */
const isText = (property: string): boolean => ["description", "name", "tags"].includes(property);
