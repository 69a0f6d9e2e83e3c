import { expect } from "chai";
import { Database, type DatabaseArgs } from "../../components/database";
import { BadArgumentsError } from "../../components/planning/bad-arguments";
import { registered } from "../support/policy-documents";
import { inputsOf, record } from "../support/recorded";

const good: DatabaseArgs = {
    accountId: "123456789012",
    region: "us-east-1",
    subnetIds: { a: "subnet-a", b: "subnet-b" },
    securityGroupId: "sg-db",
    kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/data",
    logsKmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/logs",
    instanceClass: "db.t4g.medium",
};

const recordDatabase = (more: Partial<DatabaseArgs> = {}) =>
    record(() => new Database("prod-db", { ...good, ...more }));

const instanceOf = async (more: Partial<DatabaseArgs> = {}) =>
    inputsOf((await recordDatabase(more)).resources, "aws:rds/instance:Instance", "prod-db-instance");

describe("Database", () => {
    it("creates the instance with its groups, logs, monitoring and password rotation", async () => {
        const { resources } = await recordDatabase();
        expect(registered(resources)).to.deep.equal([
            "aws.cloudwatch.LogGroup prod-db-error",
            "aws.cloudwatch.LogGroup prod-db-slowquery",
            "aws.iam.Role prod-db-monitoring",
            "aws.iam.RolePolicyAttachment prod-db-monitoring",
            "aws.rds.Instance prod-db-instance",
            "aws.rds.ParameterGroup prod-db-parameters",
            "aws.rds.SubnetGroup prod-db-subnets",
            "aws.secretsmanager.SecretRotation prod-db-password-rotation",
            "palisade:index:Database prod-db",
        ]);
    });

    it("is private, encrypted, highly available, backed up and hard to delete unless told otherwise", async () => {
        expect(await instanceOf()).to.include({
            publiclyAccessible: false,
            storageEncrypted: true,
            kmsKeyId: good.kmsKeyArn,
            multiAz: true,
            backupRetentionPeriod: 7,
            deletionProtection: true,
            skipFinalSnapshot: false,
            copyTagsToSnapshot: true,
            autoMinorVersionUpgrade: true,
            iamDatabaseAuthenticationEnabled: true,
            monitoringInterval: 60,
            performanceInsightsEnabled: true,
            port: 3306,
        });
    });

    it("lets RDS make and keep its password, so that none is in the program or its state", async () => {
        const instance = await instanceOf();
        expect(instance["manageMasterUserPassword"]).to.equal(true);
        expect(instance["masterUserSecretKmsKeyId"]).to.equal(good.kmsKeyArn);
        expect(instance).to.not.have.any.keys("password", "passwordWo");
    });

    it("requires TLS of every connection", async () => {
        const { resources } = await recordDatabase({ engineVersion: "8.0.40" });
        const group = inputsOf(resources, "aws:rds/parameterGroup:ParameterGroup", "prod-db-parameters");
        expect(group["family"]).to.equal("mysql8.0");
        expect(group["parameters"]).to.deep.include({ name: "require_secure_transport", value: "1" });
    });

    it("leaves Performance Insights out where AWS does not offer it", async () => {
        expect(await instanceOf({ instanceClass: "db.t4g.micro" })).to.not.have.property(
            "performanceInsightsEnabled",
        );
    });

    const refused: [string, Partial<DatabaseArgs>, string][] = [
        ["one zone", { subnetIds: { a: "subnet-a" } }, "subnetIds"],
        ["an instance type that is no database class", { instanceClass: "t4g.medium" }, "instanceClass"],
        ["a port RDS does not offer", { port: 22 }, "port"],
        ["too little storage", { allocatedStorage: 5 }, "allocatedStorage"],
        [
            "storage that cannot grow",
            { allocatedStorage: 100, maxAllocatedStorage: 100 },
            "maxAllocatedStorage",
        ],
        ["no backups", { backupRetentionDays: 0 }, "backupRetentionDays"],
    ];
    for (const [what, more, path] of refused) {
        it(`refuses ${what} before anything is registered`, async () => {
            let error: unknown;
            const { resources } = await record(() => {
                try {
                    new Database("prod-db", { ...good, ...more });
                } catch (thrown) {
                    error = thrown;
                }
            });
            expect(error).to.be.instanceOf(BadArgumentsError);
            expect((error as BadArgumentsError).problems.map((problem) => problem.path)).to.deep.equal([
                path,
            ]);
            expect(resources).to.deep.equal([]);
        });
    }
});
