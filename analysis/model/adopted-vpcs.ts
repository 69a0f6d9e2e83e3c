import type { ModelContext } from "./model-context";
import type { InternetGateway, Key } from "./network-model";
import { derivedKeys } from "./reference-candidates";
import { adoptedTypes } from "./resource-kinds";
import type { ResourceRecord, Undecided } from "./resource-record";
import { vpcDefaults } from "./vpcs";

/**
 * What a default VPC brings along is older than the program: AWS made it public, and whoever had the
 * account since may have changed that. So what the program does not take over itself is not known.
 */
export function doubtAdoptedVpcs(context: ModelContext): void {
    const { index, doubts } = context;
    for (const record of adoptedVpcs(context)) {
        const { mainRouteTable, defaultSecurityGroup } = vpcDefaults(index, record.urn);
        const own = (key: Key): Key[] => (index.byUrn.has(key) ? [] : [key]);
        doubts.note(
            "routeTables",
            own(mainRouteTable),
            false,
            older(record, "main route table", "DefaultRouteTable"),
        );
        doubts.note(
            "securityGroups",
            own(defaultSecurityGroup),
            false,
            older(record, "default security group", "DefaultSecurityGroup"),
        );
    }
}

/** The gateway that AWS attached to each default VPC, where the program brings none. */
export function adoptedInternetGateways(
    context: ModelContext,
    managed: ReadonlyMap<Key, InternetGateway>,
): [Key, InternetGateway][] {
    const attached = new Set([...managed.values()].map(({ vpc }) => vpc));
    return adoptedVpcs(context)
        .filter(({ urn }) => !attached.has(urn))
        .map((record) => [
            derivedKeys.defaultInternetGateway(record.urn),
            {
                key: derivedKeys.defaultInternetGateway(record.urn),
                external: true,
                undecided: [older(record, "internet gateway", "InternetGateway")],
                vpc: record.urn,
                egressOnly: false,
            },
        ]);
}

const adoptedVpcs = ({ index }: ModelContext): ResourceRecord[] =>
    index.ofKind("vpc").filter(({ type }) => type === adoptedTypes.vpc);

const older = (vpc: ResourceRecord, what: string, type: string): Undecided => ({
    urn: vpc.urn,
    property: "id",
    reason: `the default VPC's ${what} is older than this program, which does not manage it`,
    remedy: `Manage it by a ${type}, or use a VPC of the program's own.`,
});
