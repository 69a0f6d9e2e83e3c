import { types } from "../../support/resource-types";
import { targets } from "../../support/sound-data";
import { ref, resource, type Specimens, type SpecimenResource } from "../../support/specimen";

const fleet = (inputs: SpecimenResource["inputs"]) => [
    ...targets(),
    resource(types.autoScalingGroup, "fleet", {
        minSize: 2,
        maxSize: 4,
        vpcZoneIdentifiers: ["subnet-11112222", "subnet-33334444"],
        ...inputs,
    }),
];
const behind = { targetGroupArns: [ref("targets", "arn")] };
const attached = resource("aws:autoscaling/attachment:Attachment", "attached", {
    autoscalingGroupName: ref("fleet"),
    lbTargetGroupArn: ref("targets", "arn"),
});

export const specimens: Specimens = {
    compliant: {
        "asked at a path": targets(),
        "asked by TCP": targets({ protocol: "TCP", healthCheck: { protocol: "TCP" } }),
        "asked by TCP, by default": targets({ protocol: "TCP", healthCheck: undefined }),
        "a function": targets({ targetType: "lambda", protocol: undefined, healthCheck: undefined }),
        "a fleet behind a balancer": fleet({ ...behind, healthCheckType: "ELB" }),
        "a fleet behind none": fleet({}),
        "a fleet attached to one": [...fleet({ healthCheckType: "ELB" }), attached],
    },
    violating: {
        "not asked": targets({ healthCheck: undefined }),
        "asked nowhere": targets({ healthCheck: { enabled: true } }),
        "switched off": targets({ healthCheck: { enabled: false, path: "/health" } }),
        "errors taken for health": targets({ healthCheck: { path: "/health", matcher: "200-599" } }),
        "not asked, under the older token": targets(
            { healthCheck: undefined },
            "aws:alb/targetGroup:TargetGroup",
        ),
        "a fleet that only the host answers for": fleet({ ...behind, healthCheckType: "EC2" }),
        "a fleet that does not say": fleet(behind),
        "a fleet attached, that does not say": [...fleet({}), attached],
        "a fleet in one zone": fleet({ vpcZoneIdentifiers: ["subnet-11112222"] }),
    },
    undecidable: {
        "a check that nobody knows yet": targets({ healthCheck: ref("targets", "anything") }),
        "as nobody knows yet": fleet({ ...behind, healthCheckType: ref("targets", "anything") }),
    },
};
