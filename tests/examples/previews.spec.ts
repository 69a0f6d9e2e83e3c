import { expect } from "chai";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readProjectStack } from "../../cli/offline/project";
import { runOffline } from "../../cli/offline/run-program";
import { judge } from "../../cli/offline/judge";
import { stackPolicies } from "../../cli/stack-policies";

const root = join(__dirname, "..", "..");
const folder = join(root, "examples");

const planOf = async (example: string) =>
    (await runOffline(readProjectStack(join(folder, example), "dev"))).registrations;

describe("every example", function () {
    this.timeout(60000);

    for (const example of readdirSync(folder)) {
        it(`previews offline: ${example}`, async () => {
            const registrations = await planOf(example);
            expect(registrations.length).to.be.greaterThan(10);
        });
    }

    it("connects networks that never reach each other through the hub", async () => {
        const registrations = await planOf("hub-and-spoke");
        const propagations = registrations.filter(({ type }) => type.endsWith(":RouteTablePropagation"));
        const tables = new Set(
            propagations.flatMap(
                ({ propertyDependencies }) => propertyDependencies?.["transitGatewayRouteTableId"] ?? [],
            ),
        );
        expect([...tables].map((urn) => urn.split("::").pop())).to.deep.equal(["company-hub-sites"]);
    });

    it("says what it cannot see of an awsx VPC instead of passing it", async () => {
        const registrations = await planOf("with-awsx-vpc");
        expect(registrations.filter(({ remote }) => remote).map(({ type }) => type)).to.deep.equal([
            "awsx:ec2:Vpc",
        ]);
        const { policies } = stackPolicies(root, "prod", undefined);
        const { findings } = await judge(registrations, policies);
        expect(findings.some(({ verdict }) => verdict === "undecidable")).to.equal(true);
    });
});
