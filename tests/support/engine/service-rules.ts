import type { Account, CloudResource } from "./account";
import type { Properties } from "./property-values";

/** What AWS enforces, and answers, for one type beyond its schema. Each hook throws an AwsError to refuse. */
export interface ServiceRules {
    /** Begins the ids of the type; left out, the type's own name does. */
    readonly prefix?: string;
    /** The id where AWS does not issue one: the name of a log group, of a role. */
    id?(inputs: Properties, account: Account): string;
    /** Called before it exists; answers what AWS fills in. */
    create?(account: Account, inputs: Properties, id: string): Properties | void;
    /** Called before the change is made; `inputs` is how it is to be. Answers what AWS fills in anew. */
    update?(account: Account, resource: CloudResource, inputs: Properties): Properties | void;
    /** Called before it goes. */
    remove?(account: Account, resource: CloudResource): void;
    /** Whether the change needs a new one although no changed property says so by itself. */
    replaces?(olds: Properties, news: Properties): boolean;
    /** What a change makes unknown until the update, beside what it changes. */
    unsettles?(olds: Properties, news: Properties): readonly string[];
}

export type RulesByType = { readonly [type: string]: ServiceRules };
