import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { healthCheckFaults } from "../../data/health-checks";
import { targetGroupType } from "../../data/listeners";
import { inOneZone } from "../../data/zones";
import type { Faults } from "../../fault";
import { faultUnless, isSet, text } from "../../reading";
import { perResourceAndStack, rule } from "../../rule";
import type { Stack } from "../../stack";

const groupType = "aws:autoscaling/group:Group";
const balancing = ["targetGroupArns", "loadBalancers", "trafficSources"];
const attachments = [
    "aws:autoscaling/attachment:Attachment",
    "aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment",
];

export const targetGroupHealth = rule(
    {
        id: "target-group-health",
        title: "Load balancers ask their targets how they are, and fleets replace those that fail",
        severity: "medium",
        checklist: ["monitoring-1", "monitoring-5"],
        why: "A host that is up while its application is down gets every request and answers none.",
        fix: "Set `healthCheck.path` on target groups, and `healthCheckType` ELB on what stands behind them.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-1",
    },
    perResourceAndStack(
        [targetGroupType, groupType],
        (record) => ofOne(record),
        (stack) => [
            ...stack.stated(targetGroupType, groupType).flatMap((record) => ofOne(record)),
            ...stack
                .stated(groupType)
                .filter((fleet) => !isBalanced(fleet) && isAttached(stack, fleet))
                .flatMap(unlessElb),
        ],
    ),
);

const ofOne = (record: ResourceRecord): Faults =>
    record.type === groupType
        ? [...(isBalanced(record) ? unlessElb(record) : []), ...inOneZone(record)]
        : healthCheckFaults(record);

const isBalanced = (fleet: ResourceRecord): boolean => balancing.some((property) => isSet(fleet, property));

const isAttached = (stack: Stack, fleet: ResourceRecord): boolean =>
    attachments.some((type) => stack.referrers(fleet, type, "autoscalingGroupName").length > 0);

const unlessElb = (fleet: ResourceRecord): Faults =>
    faultUnless(
        text(fleet, "healthCheckType", "EC2"),
        (type) => type.toUpperCase() === "ELB",
        (type) => `is ${type}: hosts that the balancer finds ill stay in service`,
    );
