import { types } from "../../support/resource-types";
import { volume } from "../../support/sound-data";
import { ref, resource, type Specimens, type SpecimenResource } from "../../support/specimen";

const owned = { environment: "prod", owner: "platform" };
const subnet = (inputs: SpecimenResource["inputs"]) => [resource(types.subnet, "app-a", inputs)];
const fleet = (...tags: readonly SpecimenResource["inputs"][]) => [
    resource(types.autoScalingGroup, "fleet", { tags }),
];
const handedOn = Object.entries(owned).map(([key, value]) => ({ key, value, propagateAtLaunch: true }));

export const specimens: Specimens = {
    compliant: {
        "a subnet": subnet({ tags: { ...owned, Tier: "app" } }),
        "by the provider's default": subnet({ tags: { Tier: "app" }, tagsAll: owned }),
        "a value that nobody knows yet": subnet({
            tags: { Environment: "prod", Owner: ref("app-a", "anything"), Tier: "app" },
        }),
        "a disk": volume({ tags: { ...owned, DataClassification: "internal" } }),
        "a fleet that hands them on": fleet(...handedOn),
        "what cannot have tags": [resource("aws:ec2/route:Route", "route", {})],
    },
    violating: {
        "no tags": subnet({}),
        "no owner": subnet({ tags: { Environment: "prod", Tier: "app" } }),
        "an owner without a name": subnet({ tags: { ...owned, owner: "", Tier: "app" } }),
        "a subnet of no tier": subnet({ tags: owned }),
        "data of no class": volume({ tags: owned }),
        "a fleet without": fleet(),
        "a fleet that keeps them": fleet(...handedOn.map((tag) => ({ ...tag, propagateAtLaunch: false }))),
        "under the older token": [resource("aws:alb/loadBalancer:LoadBalancer", "balancer", {})],
    },
    undecidable: { "tags that nobody knows yet": subnet({ tags: ref("app-a", "anything") }) },
};
