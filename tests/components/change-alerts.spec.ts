import { expect } from "chai";
import { ChangeAlerts } from "../../components/change-alerts";
import { networkChanges } from "../../components/planning/change-events";
import { inputsOf, namesOf, record } from "../support/recorded";

const topicArn = "arn:aws:sns:us-east-1:123456789012:alerts";

describe("ChangeAlerts", () => {
    it("has a rule that reaches the topic for each kind of change and for threats", async () => {
        const { resources } = await record(() => new ChangeAlerts("alerts", { topicArn }));
        const rules = namesOf(resources, "aws:cloudwatch/eventRule:EventRule");
        expect(rules).to.deep.equal([
            ...networkChanges.map(({ key }) => `alerts-${key}`),
            "alerts-threat-findings",
        ]);
        for (const rule of rules) {
            const target = inputsOf(resources, "aws:cloudwatch/eventTarget:EventTarget", rule);
            expect(target["arn"]).to.equal(topicArn);
        }
        expect(namesOf(resources, "aws:cloudwatch/metricAlarm:MetricAlarm")).to.deep.equal([]);
    });

    it("hears of rules that are modified in place, which older lists forget", async () => {
        const { resources } = await record(() => new ChangeAlerts("alerts", { topicArn }));
        const { eventPattern } = inputsOf(
            resources,
            "aws:cloudwatch/eventRule:EventRule",
            "alerts-security-group-changes",
        );
        const pattern = JSON.parse(eventPattern as string) as {
            source: string[];
            detail: { eventName: string[] };
        };
        expect(pattern.source).to.deep.equal(["aws.ec2"]);
        expect(pattern.detail.eventName).to.include.members([
            "ModifySecurityGroupRules",
            "AuthorizeSecurityGroupIngress",
            "RevokeSecurityGroupEgress",
        ]);
    });

    it("counts failed sign-ins under the very metric that its alarm watches", async () => {
        const { resources } = await record(
            () => new ChangeAlerts("alerts", { topicArn, trailLogGroupName: "/palisade/trail" }),
        );
        const filters = namesOf(resources, "aws:cloudwatch/logMetricFilter:LogMetricFilter");
        expect(filters).to.include.members([
            "alerts-console-sign-in-failures",
            "alerts-session-manager-denied",
        ]);
        for (const name of filters) {
            const filter = inputsOf(resources, "aws:cloudwatch/logMetricFilter:LogMetricFilter", name);
            const alarm = inputsOf(resources, "aws:cloudwatch/metricAlarm:MetricAlarm", name);
            expect(filter["logGroupName"]).to.equal("/palisade/trail");
            expect(filter["metricTransformation"]).to.include({
                name: alarm["metricName"],
                namespace: alarm["namespace"],
            });
            expect(alarm["alarmActions"]).to.deep.equal([topicArn]);
        }
    });

    it("counts failed sign-ins by SSH in every host's authentication log", async () => {
        const { resources } = await record(
            () =>
                new ChangeAlerts("alerts", {
                    topicArn,
                    authenticationLogGroupNames: { app: "/palisade/app", bastion: "/palisade/bastion" },
                }),
        );
        for (const host of ["app", "bastion"]) {
            const name = `alerts-${host}-ssh-sign-in-failures`;
            const filter = inputsOf(resources, "aws:cloudwatch/logMetricFilter:LogMetricFilter", name);
            expect(filter["logGroupName"]).to.equal(`/palisade/${host}`);
            expect(filter["pattern"]).to.contain('"Invalid user"');
            const alarm = inputsOf(resources, "aws:cloudwatch/metricAlarm:MetricAlarm", name);
            expect(alarm["alarmActions"]).to.deep.equal([topicArn]);
        }
    });
});
