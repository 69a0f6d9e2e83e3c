import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../../fault";
import { isCalled } from "../../network/words";
import { at, flag, isSet } from "../../reading";
import { perResource, rule } from "../../rule";
import { textList } from "../../settings";

export const lbInternalDefault = rule(
    {
        id: "lb-internal-default",
        title: "Load balancers are internal unless they say that they are public",
        severity: "high",
        checklist: ["network-5"],
        why: "Left out, `internal` means public: a balancer for colleagues is then open to everybody.",
        fix: "Set `internal` to true; if it must be public, set it to false and name or tag it so.",
        docs: "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html",
        config: {
            publicBalancers: textList("Words that call balancers which are meant to be public", [
                "public",
                "internet",
                "web",
                "edge",
                "alb",
            ]),
        },
    },
    perResource(
        ["aws:lb/loadBalancer:LoadBalancer", "aws:elb/loadBalancer:LoadBalancer"],
        (balancer: ResourceRecord, { publicBalancers }): Faults => {
            const internal = flag(balancer, "internal", false);
            if (!internal.known) {
                return [undecidable(internal.undecided, "whether it is public cannot be told")];
            }
            if (internal.value) {
                return [];
            }
            const meant = isCalled(balancer, publicBalancers);
            if (!isSet(balancer, "internal") && !meant) {
                return [violates(at(balancer, "internal"), "is not set, which makes the balancer public")];
            }
            return meant
                ? []
                : [violates(at(balancer, "internal"), "is false, and nothing says it is meant to be")];
        },
    ),
);
