import { expect } from "chai";
import { join } from "node:path";
import { readProjectStack } from "../../cli/offline/project";
import { runOffline } from "../../cli/offline/run-program";
import { effectsOfSteps, nothing } from "../support/engine/effects";
import { makeEngineHome } from "../support/engine/engine-home";
import type { EngineHome } from "../support/engine/engine-home";
import type { EngineStack } from "../support/engine/engine-stack";
import type { Properties } from "../support/engine/property-values";
import { projectStack } from "../support/engine/project-stack";
import { planDifferences, planOfEngine, planOfRecording } from "../support/engine/same-plan";
import { SimulatedAws } from "../support/engine/simulated-aws";

const examples = join(__dirname, "..", "..", "examples");

/** What the example existing-vpc takes as it is: somebody else's VPC and its subnets, by their ids. */
function putExistingVpc({ account }: SimulatedAws): void {
    const vpcId = "vpc-0123456789abcdef0";
    const put = (type: string, id: string, properties: Properties) => account.put({ type, id, properties });
    put("aws:ec2/vpc:Vpc", vpcId, {
        cidrBlock: "10.30.0.0/16",
        enableDnsHostnames: true,
        enableDnsSupport: true,
    });
    for (const block of [1, 2, 11, 12, 21, 22]) {
        const [tier, zone] = [Math.floor(block / 10), block % 10];
        put("aws:ec2/subnet:Subnet", `subnet-${`${tier}${"ab"[zone - 1]}`.padStart(17, "0")}`, {
            vpcId,
            cidrBlock: `10.30.${block}.0/24`,
            availabilityZoneId: `use1-az${zone}`,
        });
    }
}

// with-awsx-vpc needs awsx's own plugin, which makes its children in a process of its own.
for (const example of ["microservices", "hub-and-spoke", "existing-vpc"]) {
    describe(`the example ${example}`, () => {
        let home: EngineHome | undefined;
        let stack: EngineStack;
        const aws = new SimulatedAws();
        const folder = join(examples, example);

        before(async () => {
            if (example === "existing-vpc") {
                putExistingVpc(aws);
            }
            home = await makeEngineHome();
            stack = await projectStack(home, aws, folder, "dev");
        });

        after(() => home?.remove());

        it("is planned offline as the engine plans it", async () => {
            const engine = planOfEngine((await stack.preview()).steps);
            const { registrations } = await runOffline(readProjectStack(folder, "dev"));
            expect(planDifferences(engine, planOfRecording(registrations))).to.deep.equal([]);
        });

        it("goes up, has nothing left to do, and goes", async () => {
            const before = aws.account.save();
            await stack.perform("up");
            expect(effectsOfSteps((await stack.preview()).steps)).to.deep.equal(nothing);
            await stack.perform("destroy");
            expect(aws.account.all()).to.deep.equal(before);
        });
    });
}
