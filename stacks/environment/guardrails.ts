import { AccountGuardrails } from "../../components/account-guardrails";
import type { PublicAccessMode } from "../../components/guardrails/public-access";
import { VpcPublicAccessBlock } from "../../components/guardrails/public-access";
import { planOf, subnetsOf } from "../../components/network/network-parts";
import { placeOf, type EnvironmentContext } from "./context";
import type { EnvironmentKeys } from "./keys";
import type { EnvironmentLogging } from "./logging";

/** What the account has once, as far as this environment is the one to create it. */
export function createGuardrails(
    context: EnvironmentContext,
    keys: EnvironmentKeys,
    logging: EnvironmentLogging,
): AccountGuardrails {
    const { name, tags, settings } = context;
    const { vpcPublicAccess, ...modes } = settings.guardrails;
    if (vpcPublicAccess !== "off") {
        blockPublicAccess(context, vpcPublicAccess);
    }
    return new AccountGuardrails(`${name}-account`, {
        ...placeOf(context),
        ...modes,
        logsKmsKeyArn: keys.logs.keyArn,
        dataKmsKeyArn: keys.data.keyArn,
        accessLogBucket: logging.accessLogs.bucket,
        retentionDays: settings.observability.retentionDays,
        tags,
    });
}

function blockPublicAccess({ name, tags, network }: EnvironmentContext, mode: PublicAccessMode): void {
    const open = planOf(network)
        .tiers.filter(({ access }) => access === "public")
        .flatMap(({ key }) => subnetsOf(network, key));
    new VpcPublicAccessBlock(`${name}-public-access`, {
        mode,
        openSubnetIds: Object.fromEntries(open.map(({ tier, zone, id }) => [`${tier}-${zone}`, id])),
        tags,
    });
}
