import { balancer, classicBalancer, networkBalancer } from "../../support/sound-data";
import { ref, type Specimens } from "../../support/specimen";

const older = "aws:alb/loadBalancer:LoadBalancer";

export const specimens: Specimens = {
    compliant: {
        "an application balancer": balancer(),
        "the strictest": balancer({ desyncMitigationMode: "strictest" }),
        "a network balancer": networkBalancer(),
        "by mappings": networkBalancer({
            subnets: undefined,
            subnetMappings: [{ subnetId: "subnet-11112222" }, { subnetId: "subnet-33334444" }],
        }),
        "a classic one": classicBalancer(),
    },
    violating: {
        "malformed headers passed on": balancer({ dropInvalidHeaderFields: undefined }),
        "malformed headers passed on, under the older token": balancer(
            { dropInvalidHeaderFields: false },
            older,
        ),
        "smuggled requests passed on": balancer({ desyncMitigationMode: "monitor" }),
        "deleted in a slip": balancer({ enableDeletionProtection: undefined }),
        "a network balancer deleted in a slip": networkBalancer({ enableDeletionProtection: false }),
        "one zone": balancer({ subnets: ["subnet-11112222"] }),
        "a network balancer that keeps to its zone": networkBalancer({
            enableCrossZoneLoadBalancing: undefined,
        }),
        "a classic one that keeps to its zone": classicBalancer({ crossZoneLoadBalancing: false }),
        "a classic one with smuggled requests": classicBalancer({ desyncMitigationMode: "monitor" }),
    },
    undecidable: {
        "as nobody knows yet": balancer({ dropInvalidHeaderFields: ref("balancer", "anything") }),
        "of a kind that nobody knows yet": balancer({ loadBalancerType: ref("balancer", "anything") }),
    },
};
