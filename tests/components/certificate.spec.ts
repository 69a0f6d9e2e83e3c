import { expect } from "chai";
import { Certificate, type CertificateArgs } from "../../components/certificate";
import { WebFirewall } from "../../components/web-firewall";
import type { BadArgumentsError } from "../../components/planning/bad-arguments";
import { registered } from "../support/policy-documents";
import { inputsOf, record } from "../support/recorded";

const existingArn = "arn:aws:acm:us-east-1:123456789012:certificate/1";

describe("Certificate", () => {
    it("creates nothing for one that exists", async () => {
        const { resources } = await record(() => new Certificate("site", { existingArn }));
        expect(registered(resources)).to.deep.equal(["palisade:index:Certificate site"]);
    });

    it("proves a domain by one DNS record a name and waits until ACM has seen it", async () => {
        const { resources } = await record(
            () =>
                new Certificate("site", {
                    domainName: "example.com",
                    alternativeNames: ["*.example.com", "www.example.org"],
                    zoneId: "Z1",
                }),
        );
        expect(registered(resources)).to.deep.equal([
            "aws.acm.Certificate site-issued",
            "aws.acm.CertificateValidation site-validation",
            "aws.route53.Record site-example.com",
            "aws.route53.Record site-www.example.org",
            "palisade:index:Certificate site",
        ]);
    });

    it("imports one without its private key ever being kept", async () => {
        const { resources } = await record(
            () => new Certificate("site", { importedCertificate: "PEM", importedPrivateKey: "KEY" }),
        );
        const certificate = inputsOf(resources, "aws:acm/certificate:Certificate", "site-imported");
        expect(certificate).to.have.property("privateKeyWo");
        expect(certificate).to.not.have.property("privateKey");
        const component = inputsOf(resources, "palisade:index:Certificate", "site");
        expect(JSON.stringify(component)).to.not.contain("KEY");
    });

    const refused: [string, CertificateArgs, string][] = [
        ["no way to a certificate", {}, "certificate"],
        ["two ways", { existingArn, domainName: "example.com", zoneId: "Z1" }, "certificate"],
        ["something that is no ARN", { existingArn: "my-certificate" }, "existingArn"],
        ["a domain without its zone", { domainName: "example.com" }, "zoneId"],
        ["an import without its key", { importedCertificate: "PEM" }, "importedPrivateKey"],
    ];
    for (const [what, args, path] of refused) {
        it(`refuses ${what} before anything is registered`, async () => {
            let error: unknown;
            const { resources } = await record(() => {
                try {
                    new Certificate("site", args);
                } catch (thrown) {
                    error = thrown;
                }
            });
            expect((error as BadArgumentsError).problems.map((problem) => problem.path)).to.deep.equal([
                path,
            ]);
            expect(resources).to.deep.equal([]);
        });
    }
});

describe("WebFirewall", () => {
    const recordFirewall = () =>
        record(
            () =>
                new WebFirewall("prod-waf", {
                    loadBalancerArn: "arn:alb",
                    logsKmsKeyArn: "arn:logs-key",
                    countOnly: ["AWSManagedRulesLinuxRuleSet"],
                }),
        );

    it("stands before the load balancer and logs to a group of the prefix that AWS WAF demands", async () => {
        const { resources } = await recordFirewall();
        expect(registered(resources)).to.deep.equal([
            "aws.cloudwatch.LogGroup prod-waf-log",
            "aws.wafv2.WebAcl prod-waf-acl",
            "aws.wafv2.WebAclAssociation prod-waf-association",
            "aws.wafv2.WebAclLoggingConfiguration prod-waf-logging",
            "palisade:index:WebFirewall prod-waf",
        ]);
        const log = inputsOf(resources, "aws:cloudwatch/logGroup:LogGroup", "prod-waf-log");
        expect(log["name"]).to.match(/^aws-waf-logs-/);
        expect(log["kmsKeyId"]).to.equal("arn:logs-key");
    });

    it("limits the rate of each address and blocks by managed rules, each at a place of its own", async () => {
        const { resources } = await recordFirewall();
        const { rules } = inputsOf(resources, "aws:wafv2/webAcl:WebAcl", "prod-waf-acl") as {
            rules: { name: string; priority: number; action?: object; overrideAction?: object }[];
        };
        expect(new Set(rules.map(({ priority }) => priority)).size).to.equal(rules.length);
        expect(rules[0]).to.deep.include({ name: "rate-limit", action: { block: {} } });
        const counting = rules.filter(({ overrideAction }) => overrideAction && "count" in overrideAction);
        expect(counting.map(({ name }) => name)).to.deep.equal(["AWSManagedRulesLinuxRuleSet"]);
    });

    it("keeps credentials out of its log", async () => {
        const { resources } = await recordFirewall();
        const logging = inputsOf(
            resources,
            "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
            "prod-waf-logging",
        );
        expect(JSON.stringify(logging["redactedFields"]))
            .to.contain("authorization")
            .and.to.contain("cookie");
    });
});
