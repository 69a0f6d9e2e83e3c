import { expect } from "chai";
import { judgedEnvironment, plannedEnvironment } from "../support/planned-environment";

const scope = "aws:ec2/networkInsightsAccessScope:NetworkInsightsAccessScope";
const observability = {
    accessScopes: true,
    alerts: { platform: { protocol: "email", endpoint: "a@example.com" } },
};

describe("an environment with access scopes", () => {
    it("has none unless they are asked for", async () => {
        const registrations = await plannedEnvironment("dev");
        expect(registrations.filter(({ type }) => type === scope)).to.deep.equal([]);
    });

    it("has one for each flow between its groups and the internet, one of all the rest, and breaks no policy", async () => {
        const registrations = await plannedEnvironment("dev", { observability });
        expect(registrations.filter(({ type }) => type === scope).map(({ name }) => name)).to.have.members([
            "dev-scope-undeclared",
            "dev-scope-alb-in-internet-tcp-80",
            "dev-scope-alb-in-internet-tcp-443",
            "dev-scope-app-in-alb-tcp-8080",
            "dev-scope-db-in-app-tcp-3306",
            "dev-scope-endpoints-in-app-tcp-443",
            "dev-scope-internet-in-app-tcp-443",
        ]);
        const { findings } = await judgedEnvironment("dev", registrations);
        expect(findings.filter(({ enforcement }) => enforcement === "mandatory")).to.deep.equal([]);
    }).timeout(60_000);
});
