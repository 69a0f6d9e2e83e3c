import { join } from "node:path";
import type { EngineHome } from "./engine-home";
import type { EngineStack, Plugins } from "./engine-stack";
import { accountOf, environmentStack, settingsOf } from "./environment-stack";
import { projectStack } from "./project-stack";
import type { Properties } from "./property-values";
import { SimulatedAws } from "./simulated-aws";

const root = join(__dirname, "..", "..", "..");

/** A stack that is previewed both ways: by `palisade preview` in its folder, and by the engine. */
export interface Subject {
    readonly title: string;
    readonly folder: string;
    readonly stack: string;
    readonly aws: SimulatedAws;
    begin(home: EngineHome, plugins?: Plugins): Promise<EngineStack>;
}

/** One of our environments, by the name of its stack. */
export function environment(stack: string): Subject {
    const settings = settingsOf(stack);
    const aws = accountOf(settings);
    return {
        title: stack,
        folder: root,
        stack,
        aws,
        begin: (home) => environmentStack(home, aws, stack, settings),
    };
}

/** One of our examples, by the name of its folder. */
export function example(name: string): Subject {
    const folder = join(root, "examples", name);
    const aws = new SimulatedAws();
    if (name === "existing-vpc") {
        putExistingVpc(aws);
    }
    return {
        title: `the example ${name}`,
        folder,
        stack: "dev",
        aws,
        begin: (home, plugins) => projectStack(home, aws, folder, "dev", plugins),
    };
}

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
