import * as accessanalyzer from "@pulumi/aws/accessanalyzer";
import * as guardduty from "@pulumi/aws/guardduty";
import * as securityhub from "@pulumi/aws/securityhub";
import * as pulumi from "@pulumi/pulumi";
import { partitionOf } from "../planning/aws-scope";

/** Arguments of ThreatDetection. */
export interface ThreatDetectionArgs {
    /** The region to watch. */
    region: string;
    /** Whether GuardDuty watches flow logs, DNS and CloudTrail, with malware and runtime protection. Defaults to true. */
    guardDuty?: boolean;
    /** Whether IAM Access Analyzer looks for resources shared outside the account. Defaults to true. */
    accessAnalyzer?: boolean;
    /** Whether Security Hub collects findings and judges them by AWS FSBP and CIS. Defaults to true. */
    securityHub?: boolean;
    /** Tags of everything that takes them. */
    tags?: Record<string, string>;
}

/** The version of the CIS benchmark that Security Hub checks. */
const cisVersion = "3.0.0";

/**
 * The detectors that look at the running account: GuardDuty, IAM Access Analyzer, Security Hub.
 *
 * Creates a detector with its features, an analyzer, and the hub with two standards. GuardDuty and
 * Security Hub charge by what they analyse; Access Analyzer for external access is free.
 */
export class ThreatDetection extends pulumi.ComponentResource {
    constructor(name: string, args: ThreatDetectionArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:ThreatDetection", name, args, opts);
        if (args.guardDuty ?? true) {
            guardDuty(name, args, this);
        }
        if (args.accessAnalyzer ?? true) {
            new accessanalyzer.Analyzer(
                `${name}-access-analyzer`,
                { analyzerName: name, type: "ACCOUNT", tags: args.tags },
                { parent: this },
            );
        }
        if (args.securityHub ?? true) {
            securityHub(name, args, this);
        }
        this.registerOutputs({});
    }
}

function guardDuty(name: string, args: ThreatDetectionArgs, parent: pulumi.Resource): void {
    const detector = new guardduty.Detector(
        `${name}-detector`,
        { enable: true, findingPublishingFrequency: "FIFTEEN_MINUTES", tags: args.tags },
        { parent },
    );
    for (const feature of ["EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "S3_DATA_EVENTS"]) {
        new guardduty.DetectorFeature(
            `${name}-${feature.toLowerCase().replaceAll("_", "-")}`,
            { detectorId: detector.id, name: feature, status: "ENABLED" },
            { parent },
        );
    }
    new guardduty.DetectorFeature(
        `${name}-runtime-monitoring`,
        {
            detectorId: detector.id,
            name: "RUNTIME_MONITORING",
            status: "ENABLED",
            additionalConfigurations: [{ name: "EC2_AGENT_MANAGEMENT", status: "ENABLED" }],
        },
        { parent },
    );
}

function securityHub(name: string, args: ThreatDetectionArgs, parent: pulumi.Resource): void {
    const hub = new securityhub.Account(
        `${name}-security-hub`,
        { enableDefaultStandards: false, controlFindingGenerator: "SECURITY_CONTROL" },
        { parent },
    );
    const standards = {
        fsbp: "standards/aws-foundational-security-best-practices/v/1.0.0",
        cis: `standards/cis-aws-foundations-benchmark/v/${cisVersion}`,
    };
    for (const [key, standard] of Object.entries(standards)) {
        new securityhub.StandardsSubscription(
            `${name}-${key}`,
            { standardsArn: `arn:${partitionOf(args.region)}:securityhub:${args.region}::${standard}` },
            { parent, dependsOn: hub },
        );
    }
}
