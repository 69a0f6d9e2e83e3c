import { faultUnless, flag } from "../../reading";
import { perResource, rule } from "../../rule";

export const vpceServiceAcceptance = rule(
    {
        id: "vpce-service-acceptance",
        title: "Endpoint services accept each consumer explicitly",
        severity: "medium",
        checklist: ["network-2"],
        why: "Without acceptance, whoever is allowed to find the service is in the network at once.",
        fix: "Set `acceptanceRequired` to true.",
        docs: "https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html",
        remediate: () => ({ acceptanceRequired: true }),
    },
    perResource(["aws:ec2/vpcEndpointService:VpcEndpointService"], (service) =>
        faultUnless(
            flag(service, "acceptanceRequired", false),
            (required) => required,
            "is off, so consumers connect without being accepted",
        ),
    ),
);
