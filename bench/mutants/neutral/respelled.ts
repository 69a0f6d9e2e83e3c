import { called, neutral, type Operator } from "../operator";
import { ruleTypes } from "../operators/widened-rules";
import { entryType } from "../operators/acl-entries";

/** The same addresses, ports and protocols, written otherwise. */
export const respelled: Operator = {
    name: "another spelling of the same",
    mutants: (plan) => [
        ...plan
            .ofType(...ruleTypes)
            .flatMap((rule) => [
                neutral(`${called(rule)}: ipProtocol = "6"`, plan.with(rule, { ipProtocol: "6" })),
                neutral(`${called(rule)}: ipProtocol = "TCP"`, plan.with(rule, { ipProtocol: "TCP" })),
            ]),
        ...plan
            .ofType(entryType)
            .filter(({ inputs }) => inputs.protocol === "6")
            .map((entry) =>
                neutral(`${called(entry)}: protocol = "tcp"`, plan.with(entry, { protocol: "tcp" })),
            ),
        ...plan
            .ofType(entryType)
            .filter(({ inputs }) => inputs.protocol === "-1")
            .flatMap((entry) => [
                neutral(`${called(entry)}: protocol = "all"`, plan.with(entry, { protocol: "all" })),
                neutral(`${called(entry)}: ports 0 to 0`, plan.with(entry, { fromPort: 0, toPort: 0 })),
            ]),
        ...plan.ofType("aws:ec2/launchTemplate:LaunchTemplate").flatMap((template) => [
            neutral(
                `${called(template)}: booleans as booleans`,
                plan.with(template, {
                    "networkInterfaces.0.associatePublicIpAddress": false,
                    "blockDeviceMappings.0.ebs.encrypted": true,
                }),
            ),
        ]),
        ...plan
            .ofType("aws:rds/instance:Instance")
            .map((one) =>
                neutral(
                    `${called(one)}: storageEncrypted = "true"`,
                    plan.with(one, { storageEncrypted: "true" }),
                ),
            ),
    ],
};
