import { managesAccount, unlessElsewhere } from "../../account-wide";
import { undecidable, violates, type Faults } from "../../fault";
import { provided } from "../../provided";
import { text } from "../../reading";
import { perStack, rule } from "../../rule";
import { toggle } from "../../settings";

const external = ["ACCOUNT", "ORGANIZATION"];

export const accessAnalyzer = rule(
    {
        id: "access-analyzer",
        title: "Access Analyzer looks for what strangers can reach",
        severity: "medium",
        checklist: ["compliance-1", "access-4"],
        why: "A bucket, key or role that trusts another account is found by proof, not by reading policies.",
        fix: "Add an `aws.accessanalyzer.Analyzer` of type ACCOUNT or ORGANIZATION.",
        docs: "https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html",
        config: {
            provided: provided("Access Analyzer"),
            networkScope: toggle("Whether there must be a scope of Network Access Analyzer too", false),
        },
    },
    perStack((stack, { provided: by, networkScope }): Faults => {
        const types = stack
            .stated("aws:accessanalyzer/analyzer:Analyzer")
            .map((analyzer) => text(analyzer, "type", "ACCOUNT"));
        const open = types.flatMap((type) => (type.known ? [] : [type.undecided]));
        const hasScope =
            stack.ofType("aws:ec2/networkInsightsAccessScope:NetworkInsightsAccessScope").length > 0;
        return [
            ...(types.some((type) => type.known && external.includes(type.value))
                ? []
                : open.length > 0
                  ? open.map((one) => undecidable(one, "whether it looks for strangers cannot be told"))
                  : unlessElsewhere(stack, by, "no analyzer looks for access from outside the account")),
            ...(networkScope && !hasScope && managesAccount(stack)
                ? [violates(undefined, "there is no scope of Network Access Analyzer")]
                : []),
        ];
    }),
);
