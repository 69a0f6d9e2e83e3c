import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { awsScope } from "./planning/aws-scope";
import { interfaceEndpointPolicy, interfaceServices, sessionServices } from "./planning/endpoint-policy";
import type { InterfaceService } from "./planning/endpoint-policy";
import { refuse } from "./planning/bad-arguments";

/** Arguments of InterfaceEndpoints. */
export interface InterfaceEndpointsArgs {
    /** The twelve digits of the account whose principals may use the endpoints. */
    accountId: string;
    /** The region of the network and of the services. */
    region: string;
    /** The network's VPC; it needs DNS support and host names for private DNS. */
    vpcId: pulumi.Input<string>;
    /** One subnet a zone, by zone letter: AWS refuses two in one zone. */
    subnetIds: Record<string, pulumi.Input<string>>;
    /** The endpoints' security group; the flow table lets callers in on 443. */
    securityGroupId: pulumi.Input<string>;
    /**
     * Services: `ssm`, `ssmmessages`, `ec2messages`, `kms`, `logs`, `monitoring`, `secretsmanager`.
     * Defaults to the first three, which Session Manager needs.
     */
    services?: string[];
    /** Tags of the endpoints. */
    tags?: Record<string, string>;
}

/**
 * Private doors to AWS services, so that instances reach them without NAT and without the internet.
 *
 * Creates one interface endpoint a service with private DNS, a network interface in each zone, and a
 * policy that lets only this account's principals through. Costs $0.01 an hour for each service and
 * zone (about $7.30 a month) and $0.01 per GB.
 * Throws a BadArgumentsError for a service it does not know.
 * Checklist: "VPC Endpoints for AWS service access from private subnets". The seed names only `ssm`; a
 * session needs `ssmmessages` as well.
 */
export class InterfaceEndpoints extends pulumi.ComponentResource {
    /** Id of each endpoint, by service. */
    public readonly endpointIds: pulumi.Output<Record<string, string>>;

    constructor(name: string, args: InterfaceEndpointsArgs, opts?: pulumi.ComponentResourceOptions) {
        const services = args.services ?? [...sessionServices];
        refuse(`InterfaceEndpoints "${name}"`, unknownServices(services));
        super("palisade:index:InterfaceEndpoints", name, args, opts);
        const scope = awsScope(args.accountId, args.region);
        const endpoints = services.filter(isKnown).map((service): [string, pulumi.Output<string>] => {
            const endpoint = new ec2.VpcEndpoint(
                `${name}-${service}`,
                {
                    vpcId: args.vpcId,
                    serviceName: `com.amazonaws.${args.region}.${service}`,
                    vpcEndpointType: "Interface",
                    subnetIds: Object.values(args.subnetIds),
                    securityGroupIds: [args.securityGroupId],
                    privateDnsEnabled: true,
                    policy: interfaceEndpointPolicy(scope, service),
                    tags: { ...args.tags, Name: `${name}-${service}` },
                },
                { parent: this },
            );
            return [service, endpoint.id];
        });
        this.endpointIds = pulumi.output(Object.fromEntries(endpoints));
        this.registerOutputs({ endpointIds: this.endpointIds });
    }
}

const isKnown = (service: string): service is InterfaceService =>
    interfaceServices.some((known) => known === service);

function unknownServices(services: readonly string[]) {
    return services.flatMap((service, position) =>
        isKnown(service)
            ? []
            : [
                  {
                      path: `services[${position}]`,
                      given: `"${service}"`,
                      allowed: interfaceServices.join(", "),
                      change: "name a service of the list",
                  },
              ],
    );
}
