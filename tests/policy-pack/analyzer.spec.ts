import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PlanJudge } from "../../bench/mutants/judge-plan";
import { operators } from "../../bench/mutants/operators";
import { Plan } from "../../bench/mutants/plan";
import type { RecordedRegistration } from "../../cli/offline/recorded-registration";
import { secretOf } from "../../cli/offline/wire-values";
import { stackPolicies } from "../../cli/stack-policies";
import { findingText } from "../../policy-pack/finding-text";
import { rules } from "../../policy-pack/rules";
import { plannedEnvironment } from "../support/planned-environment";
import { Analyzer } from "./support/analyzer";

const root = join(__dirname, "..", "..");

describe("the built pack in the analyzer that the engine talks to", function () {
    this.timeout(180_000);
    let analyzer: Analyzer;
    let prod: readonly RecordedRegistration[];
    const { config } = stackPolicies(root, "prod", undefined);

    before(async () => {
        execFileSync(process.execPath, ["--import=tsx", "scripts/build-policy-pack.ts"], { cwd: root });
        analyzer = await Analyzer.start();
        prod = await plannedEnvironment("prod");
    });

    after(() => analyzer?.stop());

    it("serves every policy", async () => {
        expect(await analyzer.policies()).to.include.members(rules.map(({ id }) => id));
    });

    for (const stack of ["dev", "prod"]) {
        it(`finds nothing on the first preview of ${stack}`, async () => {
            await analyzer.configure(stackPolicies(root, stack, undefined).config);
            expect(await analyzer.judge(await plannedEnvironment(stack))).to.deep.equal([]);
        });
    }

    it("refuses a configuration of policies and properties that there are not", async () => {
        const typos = {
            ...config,
            "sg-admin-ports-publik": { enforcementLevel: "disabled" as const },
            "flow-log-retention": { retentionDays: 365, retentionDay: 1 },
            "nat-per-az": { perZone: "yes" },
        };
        await analyzer.configure(typos);
        const said = await analyzer.judge(prod);
        expect(new Set(said.map(({ policy, level }) => `${policy} ${level}`))).to.deep.equal(
            new Set(["config-integrity mandatory"]),
        );
        const messages = said.map(({ message }) => message.split("\n")[0]);
        expect(messages).to.have.members([
            'there is no policy "sg-admin-ports-publik"',
            "flow-log-retention.retentionDay: there is no such property; it takes retentionDays, trustedDestinations",
            "nat-per-az.perZone: must be true or false",
        ]);
    });

    it("says of broken plans, word for word, what the offline preview says", async () => {
        await analyzer.configure(config);
        const plan = new Plan(prod);
        const judge = new PlanJudge(plan);
        for (const operator of operators.filter((_, i) => i % 6 === 0)) {
            const { plan: broken, change } = [...operator.mutants(plan)][0]!;
            const offline = judge.judge(broken).map((finding) => `${finding.policy} ${findingText(finding)}`);
            const online = (await analyzer.judge(broken.registrations)).map(
                ({ policy, message }) => `${policy} ${message}`,
            );
            expect(online, change).to.not.be.empty;
            expect(online.sort(), change).to.deep.equal(offline.sort());
        }
    });

    it("goes by the waivers beside it: what is in force lifts a fault and is told, what has run out does not", async () => {
        const broken = new Plan(prod);
        const subnet = broken.one("aws:ec2/subnet:Subnet", "prod-public-a");
        const { registrations } = broken.with(subnet, { mapPublicIpOnLaunch: true });
        const waiver = {
            policy: "subnet-auto-public-ip",
            urn: subnet.urn,
            reason: "until the old appliance is gone",
            owner: "network team",
        };
        const said = async (...waivers: readonly object[]) => {
            const pack = packWith(waivers);
            const own = await Analyzer.start(pack);
            try {
                await own.configure(config);
                return (await own.judge(registrations)).map(
                    ({ policy, level, message }) => `${policy} ${level}: ${message.split("\n")[0]}`,
                );
            } finally {
                own.stop();
                rmSync(pack, { recursive: true });
            }
        };
        expect(await said({ ...waiver, expires: "9999-12-31" })).to.deep.equal([
            "waiver-register advisory: prod-public-a: subnet-auto-public-ip is waived: until the old appliance is gone",
        ]);
        const expired = await said({ ...waiver, expires: "2020-01-01" });
        expect(expired.map((text) => text.split(":")[0])).to.deep.equal([
            "subnet-auto-public-ip mandatory",
            "waiver-integrity mandatory",
        ]);
        expect(expired[1]).to.include("expired on 2020-01-01");
    });

    it("mends what it is told to remediate, and keeps secrets secret at any depth", async () => {
        const remediated = ["imdsv2", "imds-hop-limit", "instance-disks-encrypted"];
        const host = {
            ami: "ami-1",
            userData: secretOf("hostname secret"),
            metadataOptions: secretOf({ httpTokens: "optional", httpPutResponseHopLimit: 4 }),
            rootBlockDevice: { encrypted: false, kmsKeyId: secretOf("alias/ours") },
            ebsBlockDevices: [secretOf({ deviceName: "/dev/sdf", encrypted: secretOf(false) })],
        };
        const type = "aws:ec2/instance:Instance";
        await analyzer.configure(config);
        expect(await analyzer.remedied(type, host), "off by default").to.equal(undefined);
        await analyzer.configure(levels(remediated));
        expect(await analyzer.remedied(type, host)).to.deep.equal({
            ...host,
            metadataOptions: secretOf({ httpTokens: "required", httpPutResponseHopLimit: 1 }),
            rootBlockDevice: { encrypted: true, kmsKeyId: secretOf("alias/ours") },
            ebsBlockDevices: [secretOf({ deviceName: "/dev/sdf", encrypted: secretOf(true) })],
        });
    });

    it("mends load balancers, keys, databases, volumes, buckets and subnets", async () => {
        const cases: readonly (readonly [policy: string, type: string, before: object, after: object])[] = [
            [
                "alb-hygiene",
                "aws:lb/loadBalancer:LoadBalancer",
                {
                    loadBalancerType: "application",
                    dropInvalidHeaderFields: false,
                    enableDeletionProtection: true,
                },
                {
                    loadBalancerType: "application",
                    dropInvalidHeaderFields: true,
                    enableDeletionProtection: true,
                },
            ],
            ["kms-rotation", "aws:kms/key:Key", {}, { enableKeyRotation: true }],
            ["ebs-volume-encrypted", "aws:ebs/volume:Volume", { size: 8 }, { size: 8, encrypted: true }],
            [
                "rds-encrypted",
                "aws:rds/instance:Instance",
                { password: secretOf("hunter2") },
                { password: secretOf("hunter2"), storageEncrypted: true },
            ],
            [
                "subnet-auto-public-ip",
                "aws:ec2/subnet:Subnet",
                { mapPublicIpOnLaunch: true },
                { mapPublicIpOnLaunch: false },
            ],
            [
                "s3-block-public",
                "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
                { bucket: "logs", blockPublicAcls: true, blockPublicPolicy: false },
                {
                    bucket: "logs",
                    blockPublicAcls: true,
                    blockPublicPolicy: true,
                    ignorePublicAcls: true,
                    restrictPublicBuckets: true,
                },
            ],
        ];
        for (const [policy, type, before, after] of cases) {
            await analyzer.configure(levels([policy]));
            expect(await analyzer.remedied(type, before), policy).to.deep.include(after);
        }
    });
});

/** The built pack with these waivers, where Node finds the SDK as it does for the pack itself. */
function packWith(waivers: readonly object[]): string {
    const folder = mkdtempSync(join(root, "node_modules", ".palisade-pack-"));
    for (const part of ["PulumiPolicy.yaml", "package.json", "dist"]) {
        cpSync(join(root, "policy-pack", part), join(folder, part), { recursive: true });
    }
    writeFileSync(join(folder, "waivers.json"), JSON.stringify(waivers));
    return folder;
}

/** A configuration that sets these policies to remediate. */
const levels = (policies: readonly string[]) =>
    Object.fromEntries(policies.map((policy) => [policy, { enforcementLevel: "remediate" as const }]));
