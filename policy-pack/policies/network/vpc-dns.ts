import { violates } from "../../fault";
import { faultUnless, flag, isSet } from "../../reading";
import { perResourceAndStack, rule } from "../../rule";

export const vpcDns = rule(
    {
        id: "vpc-dns",
        title: "DNS is on in every VPC, and names hosts where private endpoints need it",
        severity: "medium",
        checklist: ["network-6"],
        why: "Without it a service's name leads to its public address, past the endpoint in the VPC.",
        fix: "Set `enableDnsSupport` and `enableDnsHostnames` to true.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html",
        remediate: (vpc) => (isSet(vpc, "enableDnsSupport") ? { enableDnsSupport: true } : undefined),
    },
    perResourceAndStack(
        ["aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc"],
        (vpc) => faultUnless(flag(vpc, "enableDnsSupport", true), (on) => on, "is off"),
        (stack) => [
            ...stack
                .ofType("aws:ec2/vpc:Vpc")
                .flatMap((vpc) => faultUnless(flag(vpc, "enableDnsSupport", true), (on) => on, "is off")),
            ...[...stack.model.vpcs.values()]
                .filter(({ dnsHostnames, external }) => !dnsHostnames && !external)
                .flatMap((vpc) => {
                    const endpoint = [...stack.model.interfaceEndpoints.values()].find(
                        (candidate) => candidate.vpc === vpc.key && candidate.privateDns,
                    );
                    return endpoint === undefined
                        ? []
                        : [
                              violates(
                                  { urn: vpc.key, property: "enableDnsHostnames" },
                                  `is off, so the private name of ${endpoint.service} does not resolve`,
                              ),
                          ];
                }),
        ],
    ),
);
