import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../../fault";
import { at, faultUnless, flag, isSet, text, valueAt, type Reading } from "../../reading";
import { perResource, rule } from "../../rule";
import { textList } from "../../settings";

const staticKeys = ["accessKey", "secretKey", "token"];

export const providerHygiene = rule(
    {
        id: "provider-hygiene",
        title: "Providers work in the account and region they are meant for, by short-lived credentials",
        severity: "high",
        checklist: ["access-4"],
        why: "The wrong profile in a terminal deploys prod into dev's account, or the other way round.",
        fix: "Set `aws:allowedAccountIds` and `aws:region`; take credentials from the environment or a role.",
        docs: "https://www.pulumi.com/registry/packages/aws/installation-configuration/",
        config: { allowedRegions: textList("Regions that providers may work in; none means any", []) },
    },
    perResource(["pulumi:providers:aws"], (provider, { allowedRegions }) => [
        ...unlessPinned(provider),
        ...staticKeys
            .filter((property) => isSet(provider, property))
            .map((property) => violates(at(provider, property), "is set: a key that does not expire")),
        ...faultUnless(
            flag(provider, "skipRequestingAccountId", false),
            (skips) => !skips,
            "is true, so that nobody checks which account it is",
        ),
        ...(allowedRegions.length === 0
            ? []
            : faultUnless(
                  text(provider, "region", ""),
                  (region) => allowedRegions.includes(region),
                  (region) => `is "${region}"; allowed are ${allowedRegions.join(", ")}`,
              )),
    ]),
);

function unlessPinned(provider: ResourceRecord): Faults {
    const accounts = listOf(provider, "allowedAccountIds");
    return !accounts.known
        ? [undecidable(accounts.undecided, "which account it works in cannot be told")]
        : accounts.value.length > 0
          ? []
          : [violates(accounts.place, "is not set, so it works in whatever account the credentials are of")];
}

/** Providers get lists as the JSON of a list. */
function listOf(provider: ResourceRecord, property: string): Reading<readonly unknown[]> {
    const value = valueAt(provider, property);
    const written = text(provider, property, "[]");
    if (Array.isArray(value)) {
        return { known: true, value, place: at(provider, property) };
    }
    return written.known
        ? { ...written, value: /^\[\s*\]$/.test(written.value.trim()) ? [] : [written.value] }
        : written;
}
