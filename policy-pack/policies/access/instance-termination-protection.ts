import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { hasTemplate, instanceType, templatesOf } from "../../access/launch";
import { undecidable, violates, type Fault, type Faults } from "../../fault";
import { isCalled } from "../../network/words";
import { at, faultUnless, flag, isSet } from "../../reading";
import { perResourceAndStack, rule } from "../../rule";
import { textList } from "../../settings";

const protection = "disableApiTermination";

export const instanceTerminationProtection = rule(
    {
        id: "instance-termination-protection",
        title: "Single instances are protected from being terminated by mistake",
        severity: "low",
        checklist: ["access-3"],
        why: "An instance outside a fleet comes back by nobody; a bastion that is gone locks everybody out.",
        fix: "Set `disableApiTermination`, or the resource option `protect`; or put it into an Auto Scaling group.",
        docs: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_ChangingDisableAPITermination.html",
        config: { disposable: textList("Words that call instances which may go at any time", []) },
    },
    perResourceAndStack(
        [instanceType],
        (host, { disposable }) =>
            host.protect === true || hasTemplate(host) || isCalled(host, disposable) ? [] : unprotected(host),
        (stack, { disposable }) =>
            stack
                .stated(instanceType)
                .filter((host) => host.protect !== true && !isCalled(host, disposable))
                .flatMap((host): Faults => {
                    const templates = templatesOf(stack, host);
                    const isInherited = hasTemplate(host) && !isSet(host, protection);
                    if (isInherited && !templates.known) {
                        return [
                            undecidable(
                                templates.undecided,
                                "whether its template protects it cannot be told",
                            ),
                        ];
                    }
                    const inherits = isInherited && templates.known && templates.value.some(isProtected);
                    return inherits ? [] : unprotected(host);
                }),
    ),
);

const unprotected = (host: ResourceRecord): readonly Fault[] =>
    isSet(host, protection)
        ? faultUnless(flag(host, protection), (isOn) => isOn === true, "is off, and `protect` is not set")
        : [violates(at(host, protection), "is not set, and neither is `protect`")];

const isProtected = (template: ResourceRecord): boolean => unprotected(template).length === 0;
