import { from, type Cases, type Fixture } from "../../../support/independent-policies/fixture";
import { aws } from "../../../support/independent-policies/tokens";
import type { SpecimenValue } from "../../support/specimen";

type Stated = { readonly [property: string]: SpecimenValue };

const small = { allocatedStorage: 5, instanceClass: "db.t3.small" };
const instance = (inputs: Stated = {}) => [aws("rds:Instance")({ engine: "mysql", ...small, ...inputs })];
const member = (inputs: Stated = {}) => [aws("rds:ClusterInstance")({ engine: "aurora-mysql", ...inputs })];
const cluster = (inputs: Stated = {}) => [aws("rds:Cluster")({ engine: "aurora-mysql", ...inputs })];

const exporting = (engine: string, enabledCloudwatchLogsExports: readonly string[]) =>
    instance({ engine, enabledCloudwatchLogsExports });

const exports: Cases = {
    postgres: exporting("postgres", ["postgresql", "upgrade"]),
    mysql: exporting("mysql", ["audit", "error", "general", "slowquery"]),
    mariadb: exporting("mariadb", ["audit", "error", "general", "slowquery"]),
    sqlserver: exporting("sqlserver-ee", ["agent", "error"]),
    oracle: exporting("oracle-se2", ["trace", "listener", "audit", "alert", "oemagent"]),
};

export const databaseChores: readonly Fixture[] = [
    from("checkov", "CKV_AWS_129", {
        about: /enabledCloudwatchLogsExports/,
        pass: { ...exports, "mysql without audit": exporting("mysql", ["general", "error", "slowquery"]) },
        fail: { "nothing said": instance(), "an empty list": exporting("mysql", []) },
    }),
    from("cdk-nag", "RDSLoggingEnabled", {
        about: /enabledCloudwatchLogsExports/,
        pass: exports,
        fail: {
            mariadb: instance({ engine: "mariadb" }),
            postgres: instance({ engine: "postgres" }),
            oracle: instance({ engine: "oracle-ee" }),
            "a cluster": cluster(),
        },
    }),
    from("checkov", "CKV_AWS_226", {
        about: /autoMinorVersionUpgrade/,
        pass: {
            "an instance by default": instance(),
            "an instance": instance({ autoMinorVersionUpgrade: true }),
            "a member by default": member(),
            "a member": member({ autoMinorVersionUpgrade: true }),
        },
        fail: {
            "an instance": instance({ autoMinorVersionUpgrade: false }),
            "a member": member({ autoMinorVersionUpgrade: false }),
        },
    }),
    from("cdk-nag", "RDSAutomaticMinorVersionUpgradeEnabled", {
        about: /autoMinorVersionUpgrade/,
        pass: { "by default": instance() },
        fail: { off: instance({ autoMinorVersionUpgrade: false }) },
    }),
    from("checkov", "CKV_AWS_118", {
        about: /monitoringInterval/,
        pass: {
            "an instance": instance({ monitoringInterval: 5 }),
            "a member": member({ monitoringInterval: 5 }),
        },
        fail: {
            "nothing said": instance(),
            "an instance, 0": instance({ monitoringInterval: 0 }),
            "a member, 0": member({ monitoringInterval: 0 }),
        },
    }),
    from("cdk-nag", "RDSEnhancedMonitoringEnabled", {
        about: /monitoringInterval/,
        pass: { "every 15 seconds": instance({ monitoringInterval: 15 }) },
        fail: { never: instance({ monitoringInterval: 0 }) },
    }),
    from("checkov", "CKV2_AWS_60", {
        about: /copyTagsToSnapshot/,
        pass: { copied: instance({ copyTagsToSnapshot: true }) },
        fail: { "nothing said": instance(), "not copied": instance({ copyTagsToSnapshot: false }) },
    }),
    from("checkov", "CKV_AWS_353", {
        about: /performanceInsightsEnabled/,
        pass: {
            "an instance": instance({ performanceInsightsEnabled: true }),
            "a member": member({ performanceInsightsEnabled: true }),
        },
        fail: {
            "nothing said": instance(),
            "an instance": instance({ performanceInsightsEnabled: false }),
            "a member": member({ performanceInsightsEnabled: false }),
        },
    }),
    from("prowler", "rds_instance_default_admin", {
        about: /username/i,
        pass: { "a name of one's own": instance({ username: "billing_owner" }) },
        fail: {
            admin: instance({ username: "admin" }),
            postgres: instance({ engine: "postgres", username: "postgres" }),
            "a cluster's admin": cluster({ masterUsername: "admin" }),
        },
    }),
];
