import type { ResourceRecord } from "../../analysis/model/resource-record";
import { configurationType, hasTemplate, perLaunch, spotFleetType, templateType } from "../access/launch";
import type { Faults } from "../fault";
import { faultUnless, flag, isSet, type Source } from "../reading";

/** Where a host or a template says whether its metrics come every minute. */
export const switchOf = ({ type }: ResourceRecord): string =>
    type === templateType
        ? "monitoring.enabled"
        : type === configurationType
          ? "enableMonitoring"
          : "monitoring";

/** Whether a host says nothing of it, and has a template that may. */
export const leavesItToTemplate = (host: ResourceRecord): boolean =>
    hasTemplate(host) && !isSet(host, switchOf(host));

/** A launch configuration monitors unless it says otherwise; everything else the other way round. */
export const unmonitored = (host: ResourceRecord): Faults =>
    host.type === spotFleetType
        ? perLaunch(host, (launch) => unlessOn(launch, "monitoring", false))
        : unlessOn(host, switchOf(host), host.type === configurationType);

const unlessOn = (source: Source, path: string, byDefault: boolean): Faults =>
    faultUnless(
        flag(source, path, byDefault),
        (isOn) => isOn,
        "is off, so metrics come every five minutes only",
    );
