import { expect } from "chai";
import { FlowLogs, type FlowLogsArgs } from "../../components/flow-logs";
import { flowLogFields, flowLogQueries } from "../../components/planning/flow-log-format";
import { registered, statement } from "../support/policy-documents";
import { inputsOf, namesOf, record } from "../support/recorded";

const good: FlowLogsArgs = {
    accountId: "123456789012",
    region: "us-east-1",
    vpcId: "vpc-1",
    logsKmsKeyArn: "arn:logs-key",
    applicationCidrs: ["10.0.3.0/24", "10.0.4.0/24"],
};

const recordLogs = (more: Partial<FlowLogsArgs> = {}) =>
    record(() => new FlowLogs("prod-flow-logs", { ...good, ...more }));

const type = "aws:ec2/flowLog:FlowLog";

describe("FlowLogs", () => {
    it("records all traffic as Parquet in hourly Hive partitions of a locked bucket", async () => {
        const { resources } = await recordLogs();
        expect(namesOf(resources, "palisade:index:LogBucket")).to.deep.equal(["prod-flow-logs-records"]);
        expect(inputsOf(resources, type, "prod-flow-logs-to-bucket")).to.deep.include({
            vpcId: "vpc-1",
            trafficType: "ALL",
            logDestinationType: "s3",
            destinationOptions: {
                fileFormat: "parquet",
                hiveCompatiblePartitions: true,
                perHourPartition: true,
            },
        });
    });

    it("keeps the seed's fourteen fields in their order and adds what they cannot tell", async () => {
        const { resources } = await recordLogs();
        const { logFormat } = inputsOf(resources, type, "prod-flow-logs-to-bucket");
        expect(logFormat).to.match(
            /^\$\{version\} \$\{account-id\} \$\{interface-id\} \$\{srcaddr\} \$\{dstaddr\} \$\{srcport\} \$\{dstport\} \$\{protocol\} \$\{packets\} \$\{bytes\} \$\{start\} \$\{end\} \$\{action\} \$\{log-status\} /,
        );
        expect(logFormat).to.contain("${pkt-srcaddr}").and.to.contain("${encryption-status}");
    });

    it("describes to Athena exactly the columns that the records have, and where days lie", async () => {
        const { resources } = await recordLogs();
        const table = inputsOf(resources, "aws:glue/catalogTable:CatalogTable", "prod-flow-logs-table") as {
            storageDescriptor: { columns: { name: string }[] };
            parameters: Record<string, string>;
        };
        expect(table.storageDescriptor.columns.map(({ name }) => name)).to.deep.equal(
            flowLogFields.map(({ name }) => name.replaceAll("-", "_")),
        );
        expect(table.parameters["storage.location.template"]).to.equal(
            "s3://prod-flow-logs-records-123456789012-us-east-1/AWSLogs/aws-account-id=123456789012/" +
                "aws-service=vpcflowlogs/aws-region=us-east-1/${day}/",
        );
    });

    it("asks only for columns that exist", () => {
        const columns = new Set([...flowLogFields.map(({ name }) => name.replaceAll("-", "_")), "day"]);
        for (const { sql } of flowLogQueries("flow_logs", 3306, good.applicationCidrs)) {
            const words = sql.replace(/'[^']*'|"[^"]*"/g, "").match(/\b(?:pkt_)?(?:src|dst)\w+\b/g) ?? [];
            expect(words).to.not.be.empty;
            expect(words.filter((word) => !columns.has(word))).to.deep.equal([]);
        }
    });

    it("looks for callers of the database outside the application's blocks", () => {
        const query = flowLogQueries("flow_logs", 3307, good.applicationCidrs).find(
            ({ key }) => key === "database-from-elsewhere",
        )!;
        expect(query.sql)
            .to.contain("dstport = 3307")
            .and.to.contain("'10.0.3.0/24'")
            .and.to.contain("'10.0.4.0/24'");
    });

    it("writes to an encrypted log group instead, under a role that can do nothing else", async () => {
        const { resources } = await recordLogs({ toBucket: false, toLogGroup: true });
        expect(registered(resources)).to.deep.equal([
            "aws.cloudwatch.LogGroup prod-flow-logs-records",
            "aws.ec2.FlowLog prod-flow-logs-to-log-group",
            "aws.iam.Role prod-flow-logs-delivery",
            "aws.iam.RolePolicy prod-flow-logs-delivery",
            "palisade:index:FlowLogs prod-flow-logs",
        ]);
        const group = inputsOf(resources, "aws:cloudwatch/logGroup:LogGroup", "prod-flow-logs-records");
        expect(group).to.include({ kmsKeyId: "arn:logs-key", retentionInDays: 365 });
        const { policy } = inputsOf(resources, "aws:iam/rolePolicy:RolePolicy", "prod-flow-logs-delivery");
        expect(statement(policy, "WriteRecords").Resource).to.equal(
            "arn:aws:logs:us-east-1:123456789012:log-group:/palisade/prod-flow-logs:*",
        );
    });
});
