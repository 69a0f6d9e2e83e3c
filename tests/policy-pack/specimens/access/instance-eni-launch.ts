import { configuration, fleet, host, later, parameter } from "../../support/hosts";
import { types } from "../../support/resource-types";
import { ref, resource, type Specimens } from "../../support/specimen";

const card = (deviceIndex: number) => ({ deviceIndex, networkInterfaceId: `eni-${deviceIndex}` });

export const specimens: Specimens = {
    compliant: {
        "a host with AWS's own interface": host(),
        "a host with one of its own": host({ networkInterfaces: [card(0)] }),
        "a fleet": fleet({ networkInterfaces: [{ deviceIndex: 0, securityGroups: ["sg-1"] }] }),
        "a fleet of mixed types": fleet(
            {},
            {
                launchTemplate: undefined,
                mixedInstancesPolicy: {
                    launchTemplate: { launchTemplateSpecification: { launchTemplateId: ref("template") } },
                },
            },
        ),
    },
    violating: {
        "a host in two subnets": host({ networkInterfaces: [card(0), card(1)] }),
        "a fleet in two subnets": fleet({
            networkInterfaces: [{ deviceIndex: 0 }, { deviceIndex: 1 }],
        }),
        "a paravirtual type": host({ instanceType: "m1.small" }),
        "a paravirtual type in a template": fleet({ instanceType: "t1.micro" }),
        "a launch configuration": configuration(),
        "a fleet by launch configuration": [
            resource(types.autoScalingGroup, "fleet", {
                launchConfiguration: "outdated",
                minSize: 1,
                maxSize: 2,
            }),
        ],
        "a fleet by nothing": [resource(types.autoScalingGroup, "fleet", { minSize: 1, maxSize: 2 })],
    },
    undecidable: {
        "interfaces that are listed later": [parameter, ...host({ networkInterfaces: later })],
        "a type that is chosen later": [parameter, ...host({ instanceType: later })],
    },
};
