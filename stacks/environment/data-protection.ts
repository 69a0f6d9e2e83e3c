import { Backups } from "../../components/backups";
import { IncidentResponse } from "../../components/incident-response";
import { Patching } from "../../components/patching";
import { placeOf, type EnvironmentContext } from "./context";
import type { EnvironmentKeys } from "./keys";

/** What keeps data and instances in order while nobody looks, and what waits for the day somebody must. */
export function createDataProtection(context: EnvironmentContext, keys: EnvironmentKeys): void {
    const { name, tags, settings, network } = context;
    const { backups, patching, incidentResponse } = settings.dataProtection;
    if (backups !== undefined) {
        new Backups(`${name}-backups`, {
            ...placeOf(context),
            ...backups,
            kmsKeyArn: keys.data.keyArn,
            tags,
        });
    }
    if (patching !== undefined && settings.application !== undefined) {
        new Patching(`${name}-patching`, {
            ...patching,
            patchGroup: `${name}-${settings.application.group}`,
            tags,
        });
    }
    if (incidentResponse) {
        new IncidentResponse(`${name}-incidents`, {
            ...placeOf(context),
            vpcId: network.vpcId,
            tags,
        });
    }
}
