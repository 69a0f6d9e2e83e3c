import type { z } from "zod";
import { accessSection } from "./access";
import { accountSection } from "./account";
import { applicationSection } from "./application";
import { connectivitySection } from "./connectivity";
import { dataProtectionSection } from "./data-protection";
import { cacheSection, databaseSection } from "./database";
import { flowsSection } from "./flows";
import { groupsSection } from "./groups";
import { guardrailsSection } from "./guardrails";
import { loadBalancerSection } from "./load-balancer";
import { nameSection } from "./name";
import { networkSection } from "./network";
import { observabilitySection } from "./observability";
import { portsSection } from "./ports";
import { rangesSection } from "./ranges";
import { tagsSection } from "./tags";

/**
 * Everything an environment decides, one section a key of the stack's configuration (`palisade:network`
 * and so on). A feature adds its section here, and what its settings must fulfil in `rules.ts`.
 */
export const sections = {
    name: nameSection,
    account: accountSection,
    network: networkSection,
    groups: groupsSection,
    ranges: rangesSection,
    ports: portsSection,
    flows: flowsSection,
    access: accessSection,
    loadBalancer: loadBalancerSection,
    application: applicationSection,
    database: databaseSection,
    cache: cacheSection,
    observability: observabilitySection,
    guardrails: guardrailsSection,
    dataProtection: dataProtectionSection,
    connectivity: connectivitySection,
    tags: tagsSection,
} as const;

export type SectionKey = keyof typeof sections;

/** The sections as written, defaults filled in. */
export type WrittenSettings = { readonly [Key in SectionKey]: z.output<(typeof sections)[Key]> };

/** The sections whose shape is right, while others may not be. */
export type SoundSections = { readonly [Key in SectionKey]?: WrittenSettings[Key] };

/** An environment's settings, checked. */
export interface Settings extends WrittenSettings {
    /** The region of the AWS provider, `aws:region`. */
    readonly region: string;
}
