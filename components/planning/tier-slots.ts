import type { NetworkInput } from "./network-input";
import type { Problem } from "./problem";
import { slotOfTier, tierSlots } from "./subnet-slots";

/**
 * Checks every tier's key and slot, and that no two tiers hold one slot. The slots found are
 * returned by tier; a tier without one is absent, which is no problem while nothing needs its slot.
 */
export function planTierSlots(input: NetworkInput, problems: Problem[]): ReadonlyMap<string, number> {
    const entries = Object.entries(input.tiers);
    if (entries.length === 0) {
        problems.push({
            path: "tiers",
            given: "no tier",
            allowed: "at least one tier of subnets",
            change: "add one, for example app: {access: private}",
        });
    }
    const slots = new Map<string, number>();
    for (const [key, tier] of entries) {
        checkKey(key, problems);
        const slot = slotOfTier(key, tier);
        if (slot === undefined) {
            continue;
        }
        const holder = [...slots].find(([, taken]) => taken === slot)?.[0];
        if (!Number.isInteger(slot) || slot < 0 || slot >= tierSlots) {
            problems.push({
                path: `tiers.${key}.slot`,
                given: String(slot),
                allowed: `a whole number from 0 to ${tierSlots - 1}`,
                change: chooseSlot(input),
            });
        } else if (holder !== undefined) {
            problems.push({
                path: `tiers.${key}.slot`,
                given: `${slot}, which is tier ${holder}'s`,
                allowed: "a slot that no other tier has",
                change: chooseSlot(input),
            });
        } else {
            slots.set(key, slot);
        }
    }
    return slots;
}

/** A slot that no tier has taken, those that public, app and db would take last. */
function freeSlot(input: NetworkInput): number | undefined {
    const taken = new Set(Object.entries(input.tiers).map(([key, tier]) => slotOfTier(key, tier)));
    return Array.from({ length: tierSlots }, (_, position) => (position + 3) % tierSlots).find(
        (slot) => !taken.has(slot),
    );
}

/** What to do about a missing or wrong slot. */
export function chooseSlot(input: NetworkInput): string {
    const slot = freeSlot(input);
    return slot === undefined
        ? "remove a tier: all slots are taken"
        : `write a free one, for example ${slot}`;
}

// A key ending in "-a" would give a tier's table the name that zone a's table of another tier has.
const tierKey = /^[a-z][a-z0-9]*(-[a-z0-9]+)*(?<!-[a-z])$/;
const longestKey = 20;

function checkKey(key: string, problems: Problem[]): void {
    if (!tierKey.test(key) || key.length > longestKey) {
        problems.push({
            path: `tiers.${key}`,
            given: `key "${key}"`,
            allowed:
                `up to ${longestKey} lower-case letters, digits and single hyphens, beginning with a letter ` +
                "and not ending in a hyphen and one letter",
            change: "choose another key; it is part of every name of the tier",
        });
    }
}
