import { neutral, type Operator } from "../operator";
import { Plan } from "../plan";

/** The same registrations in another order, each after what it is computed from or before it. */
export const reordered: Operator = {
    name: "registrations in another order",
    mutants: ({ registrations }) => [
        neutral("backwards", new Plan([...registrations].reverse())),
        neutral(
            "by type",
            new Plan([...registrations].sort((one, other) => one.type.localeCompare(other.type))),
        ),
        neutral(
            "by name",
            new Plan([...registrations].sort((one, other) => one.name.localeCompare(other.name))),
        ),
    ],
};
