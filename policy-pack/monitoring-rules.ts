import { alarmActions } from "./policies/monitoring/alarm-actions";
import { alarmAuthFailures } from "./policies/monitoring/alarm-auth-failures";
import { alarmCpu } from "./policies/monitoring/alarm-cpu";
import { alarmNetworkChanges } from "./policies/monitoring/alarm-network-changes";
import { alarmSgChanges } from "./policies/monitoring/alarm-sg-changes";
import { alarmStatusCheck } from "./policies/monitoring/alarm-status-check";
import { cloudtrailBucket } from "./policies/monitoring/cloudtrail-bucket";
import { cloudtrailCloudwatch } from "./policies/monitoring/cloudtrail-cloudwatch";
import { cloudtrailKms } from "./policies/monitoring/cloudtrail-kms";
import { cloudtrailPresent } from "./policies/monitoring/cloudtrail-present";
import { cloudtrailValidation } from "./policies/monitoring/cloudtrail-validation";
import { cwAgent } from "./policies/monitoring/cw-agent";
import { detailedMonitoring } from "./policies/monitoring/detailed-monitoring";
import { guardduty } from "./policies/monitoring/guardduty";
import { lbAccessLogs } from "./policies/monitoring/lb-access-logs";
import { logGroupKms } from "./policies/monitoring/log-group-kms";
import { logGroupRetention } from "./policies/monitoring/log-group-retention";
import { wafLogging } from "./policies/monitoring/waf-logging";
import type { AnyRule } from "./rule";

/** The policies of the controls of monitoring and logging. */
export const monitoringRules: readonly AnyRule[] = [
    alarmActions,
    alarmAuthFailures,
    alarmCpu,
    alarmNetworkChanges,
    alarmSgChanges,
    alarmStatusCheck,
    cloudtrailBucket,
    cloudtrailCloudwatch,
    cloudtrailKms,
    cloudtrailPresent,
    cloudtrailValidation,
    cwAgent,
    detailedMonitoring,
    guardduty,
    lbAccessLogs,
    logGroupKms,
    logGroupRetention,
    wafLogging,
];
