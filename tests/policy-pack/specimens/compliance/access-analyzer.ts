import { ref, resource, type Specimens, type SpecimenValue } from "../../support/specimen";

const analyzer = (type?: SpecimenValue) => [
    resource("aws:accessanalyzer/analyzer:Analyzer", "analyzer", { analyzerName: "strangers", type }),
];
const vpc = resource("aws:ec2/vpc:Vpc", "vpc", {});
const scope = resource("aws:ec2/networkInsightsAccessScope:NetworkInsightsAccessScope", "scope", {});

export const specimens: Specimens = {
    compliant: {
        "of the account": analyzer("ACCOUNT"),
        "of the account, by default": analyzer(),
        "of the organization": analyzer("ORGANIZATION"),
        "another stack sees to it": { config: { provided: "elsewhere" }, resources: [vpc] },
        "a scope of the network": { config: { networkScope: true }, resources: [...analyzer(), scope] },
    },
    violating: {
        none: [vpc],
        "of what is not used": analyzer("ACCOUNT_UNUSED_ACCESS"),
        "no scope of the network": { config: { networkScope: true }, resources: analyzer() },
    },
    undecidable: { "of what nobody knows yet": analyzer(ref("analyzer", "anything")) },
};
