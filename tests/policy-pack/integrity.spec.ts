import { expect } from "chai";
import { policiesOf, type PackOptions } from "../../policy-pack/pack";
import { fewSwitches, switchType, switchesAreOff } from "./support/example-rule";
import { judge } from "./support/judge";
import { planned, urnOf } from "./support/plan";
import { everybody, ports } from "./support/groups";
import { types } from "./support/resource-types";
import { ref, resource } from "./support/specimen";

const lamp = resource(switchType, "lamp", { on: true });
const fan = resource(switchType, "fan", { on: false });

async function findingsWith(options: Partial<PackOptions>, config: { [policy: string]: object } = {}) {
    const policies = policiesOf([switchesAreOff, fewSwitches], { today: "2026-11-23", ...options });
    const findings = await judge(policies, planned([lamp, fan], "unknown"), config);
    return findings.map(({ policy, enforcement, message }) => ({ policy, enforcement, message }));
}

const waiver = {
    policy: "switches-are-off",
    urn: urnOf(lamp),
    reason: "a lamp must be on at night",
    owner: "night watch",
    expires: "2026-12-31",
};

describe("the policies that watch over the pack", () => {
    it("find a property that no policy has", async () => {
        const findings = await findingsWith({}, { "switches-are-off": { tollerant: true } });
        expect(findings.filter(({ policy }) => policy === "config-integrity")).to.deep.equal([
            {
                policy: "config-integrity",
                enforcement: "mandatory",
                message: "switches-are-off.tollerant: there is no such property; it takes tolerant",
            },
        ]);
    });

    it("find a policy that does not exist, where the whole configuration can be seen", async () => {
        const configuration = new Map<string, unknown>([
            ["all", {}],
            ["waiver-register", {}],
            ["switches-are-of", { tolerant: true }],
            ["few-switches", { most: 3 }],
        ]);
        const findings = await findingsWith({ configuration: () => configuration });
        const messages = findings
            .filter(({ policy }) => policy === "config-integrity")
            .map(({ message }) => message);
        expect(messages).to.deep.equal([
            'there is no policy "switches-are-of"',
            "few-switches.most: there is no such property; it takes no properties",
        ]);
    });

    it("let a waiver in force waive one policy for one resource, and tell it", async () => {
        const findings = await findingsWith({ waivers: JSON.stringify([waiver]) });
        expect(findings.map(({ policy, enforcement }) => [policy, enforcement])).to.deep.equal([
            ["few-switches", "mandatory"],
            ["waiver-register", "advisory"],
        ]);
        expect(findings[1]!.message).to.include("is waived: a lamp must be on at night");
    });

    it("tell a waiver that waives nothing", async () => {
        const findings = await findingsWith({ waivers: JSON.stringify([{ ...waiver, urn: urnOf(fan) }]) });
        const told = findings.find(({ policy }) => policy === "waiver-register");
        expect(told?.message).to.include("waives nothing");
        expect(findings.map(({ policy }) => policy)).to.include("switches-are-off");
    });

    it("judge as if there were no waiver where it has expired or the policy takes none", async () => {
        for (const bad of [
            { ...waiver, expires: "2026-11-22" },
            { ...waiver, policy: "few-switches" },
        ]) {
            const findings = await findingsWith({ waivers: JSON.stringify([bad]) });
            const names = findings.map(({ policy }) => policy);
            expect(names).to.include.members(["switches-are-off", "few-switches", "waiver-integrity"]);
        }
    });

    it("find a rule that nothing says the group of", async () => {
        const plan = planned(
            [
                resource(types.eip, "address"),
                resource(types.ingressRule, "stray", {
                    securityGroupId: ref("address", "group"),
                    ipProtocol: "tcp",
                    ...ports(443),
                    ...everybody,
                }),
            ],
            "unknown",
        );
        const findings = await judge(policiesOf([], { today: "2026-11-23" }), plan);
        expect(findings.map(({ policy, verdict, property }) => [policy, verdict, property])).to.deep.equal([
            ["plan-decidable", "undecidable", "securityGroupId"],
        ]);
    });
});
