import { expect } from "chai";
import { readFileSync } from "node:fs";
import { settingsOf } from "../support/engine/environment-stack";
import { plannedEnvironment } from "../support/planned-environment";

const settings = settingsOf("local");
const [endpoints] = settings["aws:endpoints"] as readonly { readonly [service: string]: string }[];

/** What the provider calls a service whose types are in a module of another name. */
const services: { readonly [module: string]: string } = {
    cfg: "configservice",
    ebs: "ec2",
    ec2transitgateway: "ec2",
    lb: "elbv2",
    vpc: "ec2",
};

const watching: readonly [RegExp, string][] = [
    [/^aws:cloudwatch\/(log|queryDefinition)/, "cloudwatchlogs"],
    [/^aws:cloudwatch\/event/, "events"],
    [/^aws:route53\/resolver/, "route53resolver"],
];

function serviceOf(type: string): string {
    const [, module] = /^aws:(\w+)\//.exec(type)!;
    return watching.find(([types]) => types.test(type))?.[1] ?? services[module!] ?? module!;
}

describe("the settings of dev on an emulator", () => {
    it("send every service that the program calls, and the caller's identity, to this machine", async () => {
        const types = (await plannedEnvironment("local"))
            .filter(({ type, custom }) => custom && type.startsWith("aws:"))
            .map(({ type }) => type);
        expect(types).to.have.length.greaterThan(100);
        expect(endpoints).to.include.all.keys("sts", ...new Set(types.map(serviceOf)));
        for (const address of Object.values(endpoints!)) {
            expect(address).to.match(/^http:\/\/127\.0\.0\.1:5000$/);
        }
    });

    it("name services as the provider does", () => {
        const declared = readFileSync(require.resolve("@pulumi/aws/types/input.d.ts"), "utf8");
        const [, known] = /interface ProviderEndpoint \{([\s\S]*?)\n\}/.exec(declared)!;
        for (const service of Object.keys(endpoints!)) {
            expect(known).to.match(new RegExp(`\\b${service}\\?:`), service);
        }
    });

    it("leave its network as dev's is", () => {
        expect(settings["palisade:network"]).to.deep.equal(settingsOf("dev")["palisade:network"]);
    });
});
