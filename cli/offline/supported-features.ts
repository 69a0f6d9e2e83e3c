import { ResourceMonitorFeature } from "@pulumi/pulumi/proto/resource_pb";

/**
 * What the monitor tells the SDK that it understands: all but output values, which only remote
 * components would send and which hide unknowns in envelopes.
 */
export const supportedFeatures: readonly ResourceMonitorFeature[] = [
    ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_SECRETS,
    ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_RESOURCE_REFERENCES,
    ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_ALIAS_SPECS,
    ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_DELETED_WITH,
    ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_REPLACE_WITH,
    ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_REPLACEMENT_TRIGGER,
    ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_TRANSFORMS,
    ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_INVOKE_TRANSFORMS,
    ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_INVOKE_DEPENDS_ON,
    ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_PARAMETERIZATION,
    ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_RESOURCE_HOOKS,
    ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_ERROR_HOOKS,
    ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_STATE_MIGRATIONS,
];
