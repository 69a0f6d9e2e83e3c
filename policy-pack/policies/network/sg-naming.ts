import { violates } from "../../fault";
import { at, text } from "../../reading";
import { perResource, rule } from "../../rule";
import { textList } from "../../settings";

export const sgNaming = rule(
    {
        id: "sg-naming",
        title: "A security group's name says where it belongs and what it is for",
        severity: "low",
        checklist: ["network-2", "compliance-2"],
        why: "Names such as launch-wizard-3 tell an auditor nothing, and the wrong group gets attached.",
        fix: "Name it by environment, tier and purpose, for example `prod-web-tier-sg`, by `name` or the Name tag.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/creating-security-groups.html",
        config: {
            patterns: textList("Regular expressions, one of which a name must match", [
                "^[a-z0-9]+(-[a-z0-9]+)+$",
            ]),
            forbidden: textList("Regular expressions that no name may match", [
                "^launch-wizard",
                "^default$",
                "^sg-",
            ]),
        },
    },
    perResource(["aws:ec2/securityGroup:SecurityGroup"], (group, { patterns, forbidden }) => {
        const readings = ["tags.Name", "name"].map((path) => text(group, path));
        const names = readings.flatMap((reading) => (reading.known && reading.value ? [reading.value] : []));
        // A name that is not known before the update is made from the resource's own name.
        const called = names.length === 0 ? [group.name] : names;
        const matches = (expressions: readonly string[], name: string): boolean =>
            expressions.some((expression) => new RegExp(expression, "i").test(name));
        const bad = called.find((name) => matches(forbidden, name));
        if (bad !== undefined) {
            return [violates(at(group, "name"), `is "${bad}", which says nothing`)];
        }
        return called.some((name) => matches(patterns, name))
            ? []
            : [violates(at(group, "name"), `is "${called[0]!}", not of the form ${patterns.join(" or ")}`)];
    }),
);
