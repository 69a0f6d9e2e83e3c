import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { configurationType, fleetType, instanceType, spotType, templateType } from "../../access/launch";
import { undecidable, violates, type Faults } from "../../fault";
import { at, blocks, faultUnless, isSet, text } from "../../reading";
import { perResource, rule } from "../../rule";

/** Families of a time when guests knew of their host. */
const paravirtual = /^(t1|m1|m2|c1)\./;

export const instanceEniLaunch = rule(
    {
        id: "instance-eni-launch",
        title: "Hosts have one interface and a current type, and fleets a launch template",
        severity: "medium",
        checklist: ["access-4", "network-2"],
        why: "A second interface bridges subnets past their ACLs; launch configurations cannot demand IMDSv2 defaults.",
        fix: "Keep one network interface, take a current instance type, and give the fleet a launch template.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-9",
    },
    perResource([instanceType, spotType, templateType, configurationType, fleetType], (record): Faults => {
        switch (record.type) {
            case configurationType:
                return [violates(record, "is a launch configuration, which AWS has given up")];
            case fleetType:
                return fleetFaults(record);
            default:
                return [
                    ...interfaceFaults(record),
                    ...faultUnless(
                        text(record, "instanceType", ""),
                        (type) => !paravirtual.test(type),
                        (type) => `is ${type}, a paravirtual type`,
                    ),
                ];
        }
    }),
);

const fleetFaults = (fleet: ResourceRecord): Faults =>
    isSet(fleet, "launchConfiguration")
        ? [violates(at(fleet, "launchConfiguration"), "is set; a fleet needs a launch template")]
        : isSet(fleet, "launchTemplate") || isSet(fleet, "mixedInstancesPolicy")
          ? []
          : [violates(at(fleet, "launchTemplate"), "is not set")];

function interfaceFaults(record: ResourceRecord): Faults {
    const interfaces = blocks(record, "networkInterfaces");
    if (!interfaces.known) {
        return [undecidable(interfaces.undecided, "how many interfaces it has cannot be told")];
    }
    const count = interfaces.value.length;
    return count > 1 ? [violates(interfaces.place, `are ${count}; one is allowed`)] : [];
}
