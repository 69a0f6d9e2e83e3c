import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { balancerChores } from "../../data/balancer-chores";
import { balancerType, classicBalancerType } from "../../data/listeners";
import { flag, text } from "../../reading";
import { withTwins } from "../../resource-types";
import { perResource, rule, type Remedy } from "../../rule";
import { toggle } from "../../settings";

const newerTypes = withTwins([balancerType]);

export const albHygiene = rule(
    {
        id: "alb-hygiene",
        title: "Load balancers drop malformed requests, span zones and cannot be deleted in a slip",
        severity: "medium",
        checklist: ["network-2", "data-2"],
        why: "A malformed request that the balancer passes on is read differently by what is behind it.",
        fix: "Set what is named: invalid headers dropped, desync mitigation, deletion protection, two zones.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html",
        config: {
            deletionProtection: toggle(
                "Whether balancers must be protected; false where environments come and go",
                true,
            ),
        },
        remediate,
    },
    perResource([balancerType, classicBalancerType], (balancer, settings) =>
        balancerChores(balancer, settings.deletionProtection),
    ),
);

/** Dropping malformed headers harms no client that keeps to the standard. */
function remediate(balancer: ResourceRecord): Remedy | undefined {
    const drops = flag(balancer, "dropInvalidHeaderFields", false);
    const kind = text(balancer, "loadBalancerType", "application");
    const isApplication = newerTypes.has(balancer.type) && kind.known && kind.value === "application";
    return isApplication && drops.known && !drops.value ? { dropInvalidHeaderFields: true } : undefined;
}
