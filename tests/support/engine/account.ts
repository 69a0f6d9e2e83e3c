import type { Properties } from "./property-values";
import { isText, stringsIn } from "./property-values";

/** What AWS says no with. */
export class AwsError extends Error {
    constructor(
        readonly code: string,
        message: string,
    ) {
        super(`${code}: ${message}`);
    }
}

/** Something that exists in the account. */
export interface CloudResource {
    readonly type: string;
    readonly id: string;
    /** Everything about it: what was asked for and what AWS filled in. */
    properties: Properties;
    /** AWS made it itself (a VPC's default security group), so it goes with its owner and not by Delete. */
    readonly implicit?: boolean;
}

const identifier = /^[a-z]+-[0-9a-f]{17}$/;

/** One AWS account in one region: what exists in it, and the ids it has given out. */
export class Account {
    readonly number: string;
    readonly region: string;
    private resources = new Map<string, CloudResource>();
    private issued = 0;

    constructor(number = "111122223333", region = "us-east-1") {
        this.number = number;
        this.region = region;
    }

    all(): CloudResource[] {
        return [...this.resources.values()];
    }

    of(...types: readonly string[]): CloudResource[] {
        return this.all().filter((resource) => types.includes(resource.type));
    }

    find(type: string, id: unknown): CloudResource | undefined {
        return this.resources.get(`${type} ${String(id)}`);
    }

    /** As `find`; throws what AWS answers for something that does not exist. */
    need(type: string, id: unknown): CloudResource {
        const resource = this.find(type, id);
        if (resource === undefined) {
            throw new AwsError(`Invalid${type.split(":").pop()}ID.NotFound`, `${String(id)} does not exist`);
        }
        return resource;
    }

    put(resource: CloudResource): CloudResource {
        this.resources.set(`${resource.type} ${resource.id}`, resource);
        return resource;
    }

    remove(resource: CloudResource): void {
        this.resources.delete(`${resource.type} ${resource.id}`);
    }

    /** A new id of AWS's form, the next in order. It ends in f, unlike those that examples write down. */
    issue(prefix: string): string {
        this.issued += 1;
        return `${prefix}-${this.issued.toString(16).padStart(16, "0")}f`;
    }

    arn(service: string, path: string): string {
        const global = ["iam", "s3", "route53"].includes(service);
        const owner = service === "s3" ? "" : this.number;
        return `arn:aws:${service}:${global ? "" : this.region}:${owner}:${path}`;
    }

    /** Refuses properties that name something by an id or an ARN of this account that does not exist. */
    requireReferences(properties: Properties): void {
        const known = new Set(this.all().flatMap(({ id, properties: { arn } }) => [id, arn]));
        for (const text of stringsIn(properties)) {
            if (identifier.test(text) && !known.has(text) && !this.isPartOfAnother(text)) {
                throw new AwsError("InvalidID.NotFound", `the ID '${text}' does not exist`);
            }
        }
    }

    /** Everything whose property has that value. */
    where(type: string, property: string, value: unknown): CloudResource[] {
        return this.of(type).filter(({ properties }) => properties[property] === value);
    }

    /** A copy to come back to. */
    save(): readonly CloudResource[] {
        return structuredClone(this.all());
    }

    restore(saved: readonly CloudResource[]): void {
        this.resources = new Map(
            structuredClone(saved).map((resource) => [`${resource.type} ${resource.id}`, resource]),
        );
    }

    /** Ids that AWS answers inside something else's properties: an endpoint's prefix list, an interface. */
    private isPartOfAnother(id: string): boolean {
        return this.all().some(({ properties }) =>
            Object.entries(properties).some(
                ([name, value]) => answered.has(name) && stringsIn(value).includes(id),
            ),
        );
    }
}

const answered = new Set([
    "prefixListId",
    "networkInterfaceIds",
    "networkInterfaceId",
    "associationId",
    "primaryNetworkInterfaceId",
    "associationDefaultRouteTableId",
    "propagationDefaultRouteTableId",
]);

export const textOf = (value: unknown): string => (isText(value as string) ? (value as string) : "");
