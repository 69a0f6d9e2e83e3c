import { undecidable, violates, type Faults } from "../../fault";
import { flag, text } from "../../reading";
import { withoutRules } from "../../network/web-firewalls";
import { perStack, rule } from "../../rule";
import { toggle } from "../../settings";

const balancerType = "aws:lb/loadBalancer:LoadBalancer";
const associationType = "aws:wafv2/webAclAssociation:WebAclAssociation";

export const albWaf = rule(
    {
        id: "alb-waf",
        title: "Every public application load balancer stands behind a web firewall with rules",
        severity: "medium",
        checklist: ["network-2", "data-2"],
        why: "Injections and floods come in on port 443, where no security group can tell them apart.",
        fix: "Associate a `aws.wafv2.WebAcl` that has rules, by `aws.wafv2.WebAclAssociation`.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-16",
        config: {
            required: toggle(
                "Whether public balancers need one; false where an environment does without",
                true,
            ),
        },
    },
    perStack((stack, { required }) =>
        stack.ofType(balancerType).flatMap((balancer): Faults => {
            const internal = flag(balancer, "internal", false);
            const kind = text(balancer, "loadBalancerType", "application");
            if (!internal.known || !kind.known) {
                const open = [internal, kind].flatMap((reading) =>
                    reading.known ? [] : [reading.undecided],
                );
                return open.map((undecided) => undecidable(undecided, "whether it is public cannot be told"));
            }
            if (internal.value || kind.value !== "application") {
                return [];
            }
            const associations = stack.referrers(balancer, associationType, "resourceArn");
            return associations.length === 0
                ? required
                    ? [violates(balancer, "is public and has no web firewall")]
                    : []
                : associations.flatMap((association) => withoutRules(stack, association));
        }),
    ),
);
