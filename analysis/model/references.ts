import type { Key } from "./network-model";
import { elements, isAbsent, isUnknownSlot, textIn, type Slot } from "./property-slots";
import { ReferenceCandidates, type Candidate } from "./reference-candidates";
import type { ResourceIndex } from "./resource-index";
import { kindOfId, type ResourceKind } from "./resource-kinds";
import { isUnknown, type Undecided } from "./resource-record";
import { ambiguousIn, unreadableIn, unreferencedIn } from "./undecided-values";

/** What one property refers to. */
export type Reference =
    | { readonly kind: "none" }
    | { readonly kind: "found"; readonly key: Key; readonly of: ResourceKind }
    | {
          readonly kind: "undecided";
          readonly undecided: Undecided;
          /** Everything of this stack that it may mean, as far as the plan tells. */
          readonly candidates: readonly Key[];
          /** Whether it may also mean something else: of another stack, say. */
          readonly mayBeMore: boolean;
          /** Whether it may also mean any other thing of this stack. */
          readonly anything: boolean;
      };

/** What a list of references refers to. What is undecided is over-approximated by every candidate. */
export interface References {
    readonly keys: readonly Key[];
    readonly undecided: readonly Undecided[];
    /** Those of the keys that it may mean, or may not. */
    readonly open: readonly Key[];
    /** Whether it may mean others as well: of other stacks, or whatever the stack has. */
    readonly mayBeMore: boolean;
    /** Whether it may mean any other thing of the stack. */
    readonly anything: boolean;
}

export const noReferences: References = {
    keys: [],
    undecided: [],
    open: [],
    mayBeMore: false,
    anything: false,
};

/** References that are certain. */
export const certainly = (...keys: Key[]): References => ({ ...noReferences, keys });

/**
 * Finds the resources that properties refer to: by id, ARN or name where the plan knows them, and by
 * the resources a property was computed from where it does not. It never guesses: where two resources
 * may be meant, it says so.
 */
export class ReferenceResolver {
    /** Things that something refers to, though no resource of the stack stands for them. */
    private readonly mentions = new Map<ResourceKind, Map<Key, Undecided | undefined>>();
    private readonly candidates: ReferenceCandidates;

    constructor(private readonly index: ResourceIndex) {
        this.candidates = new ReferenceCandidates(index);
    }

    /** The one thing of any of these kinds that the slot refers to. */
    one(slot: Slot, kinds: readonly ResourceKind[]): Reference {
        if (isAbsent(slot)) {
            return { kind: "none" };
        }
        const text = textIn(slot);
        if (text !== undefined) {
            return this.named(slot, text, kinds);
        }
        if (!isUnknownSlot(slot)) {
            const undecided = unreadableIn(slot, `is no ${meaningOf(kinds)} id`);
            return { kind: "undecided", undecided, candidates: [], mayBeMore: true, anything: true };
        }
        const { found, further, opaque, anything } = this.candidates.of(slot, kinds);
        if (found.length === 1 && further.length === 0 && !opaque) {
            return { kind: "found", key: found[0]!.key, of: found[0]!.kind };
        }
        const possible = [...found, ...further];
        const candidates = possible.map(({ key }) => key);
        return {
            kind: "undecided",
            undecided: this.doubt(slot, kinds, possible),
            candidates,
            mayBeMore: opaque || anything || candidates.length === 0,
            anything,
        };
    }

    /**
     * The key of what the slot refers to; undefined where it refers to nothing. An undecided one gets
     * a key of its own, for which the model holds a placeholder that says why.
     */
    keyOf(slot: Slot, kinds: readonly ResourceKind[]): Key | undefined {
        const reference = this.one(slot, kinds);
        switch (reference.kind) {
            case "none":
                return undefined;
            case "found":
                return reference.key;
            case "undecided": {
                const key = `undecided:${slot.record.urn}#${slot.path}`;
                this.mention(kinds[0]!, key, reference.undecided);
                return key;
            }
        }
    }

    /** As `one`, for places that hold several: all candidates where it is undecided, else a placeholder. */
    any(slot: Slot, kinds: readonly ResourceKind[]): References {
        const reference = this.one(slot, kinds);
        switch (reference.kind) {
            case "none":
                return noReferences;
            case "found":
                return certainly(reference.key);
            case "undecided": {
                const { candidates, undecided, anything } = reference;
                // The placeholder stands for all that it may mean.
                const none = candidates.length === 0;
                const keys = none ? [this.keyOf(slot, kinds)!] : candidates;
                const mayBeMore = reference.mayBeMore && !none;
                return { keys, undecided: [undecided], open: keys, mayBeMore, anything };
            }
        }
    }

    /** Everything of these kinds that a list refers to. Keys are sorted and unique. */
    many(slot: Slot, kinds: readonly ResourceKind[]): References {
        if (isAbsent(slot)) {
            return noReferences;
        }
        const keys = new Set<Key>();
        const open = new Set<Key>();
        const undecided: Undecided[] = [];
        const unknown: Slot[] = [];
        let mayBeMore = false;
        let anything = false;
        const leaveOpen = (possible: readonly Key[]): void =>
            possible.filter((key) => !keys.has(key)).forEach((key) => open.add(key));
        for (const element of isUnknownSlot(slot) ? [slot] : elements(slot)) {
            if (isUnknown(element.value) && (element === slot || element.value.sources === undefined)) {
                unknown.push(element);
                continue;
            }
            const reference = this.one(element, kinds);
            if (reference.kind === "found") {
                keys.add(reference.key);
            } else if (reference.kind === "undecided") {
                leaveOpen(reference.candidates);
                undecided.push(reference.undecided);
                mayBeMore ||= reference.mayBeMore;
                anything ||= reference.anything;
            }
        }
        if (unknown.length > 0) {
            const all = this.candidates.ofList(slot, kinds, keys.size + unknown.length);
            const left = all.found.filter(({ key }) => !keys.has(key)).map(({ key }) => key);
            // Inside a list of objects, the candidates of one element are also those of the others.
            const itsOwn = isUnknown(slot.value) && slot.value.sources !== undefined;
            const whole = isUnknownSlot(slot) && (itsOwn || !slot.path.includes("["));
            const isExact = all.found.length > 0 && !all.opaque && (whole || unknown.length >= left.length);
            if (isExact) {
                left.forEach((key) => keys.add(key));
            } else {
                leaveOpen(left);
            }
            // A list that is unknown as a whole may hold more than what it is known to be made from.
            const further = isExact && !isUnknownSlot(slot) ? [] : all.further.map(({ key }) => key);
            leaveOpen(further);
            if (!isExact || further.length > 0) {
                undecided.push(this.doubt(slot, kinds, [...all.found, ...all.further]));
                mayBeMore ||= all.opaque || all.anything || all.found.length === 0;
                anything ||= all.anything;
            }
        }
        const certain = [...open].filter((key) => keys.has(key));
        certain.forEach((key) => open.delete(key));
        return {
            keys: [...keys, ...open].sort(),
            undecided,
            open: [...open].sort(),
            mayBeMore,
            anything,
        };
    }

    /** Things of a kind that are referred to by a literal id or left undecided, with the reason. */
    mentioned(kind: ResourceKind): ReadonlyMap<Key, Undecided | undefined> {
        return this.mentions.get(kind) ?? new Map<Key, Undecided | undefined>();
    }

    /** Notes a thing that no resource of the stack stands for, so that the model gets a place for it. */
    mention(kind: ResourceKind, key: Key, undecided?: Undecided): Key {
        const ofKind = this.mentions.get(kind) ?? new Map<Key, Undecided | undefined>();
        ofKind.set(key, undecided ?? ofKind.get(key));
        this.mentions.set(kind, ofKind);
        return key;
    }

    private named(slot: Slot, text: string, kinds: readonly ResourceKind[]): Reference {
        const identifier = text.replace(/^\d{12}\/(?=sg-)/, "");
        for (const kind of kinds) {
            const key = this.index.keyOf(kind, identifier);
            if (key !== undefined) {
                return { kind: "found", key, of: kind };
            }
        }
        const told = kindOfId(identifier);
        // An id of AWS's own form is never that of a resource which does not exist yet; a name may be.
        const isName = told === undefined && !identifier.startsWith("arn:") && !slot.path.includes("[");
        const named = isName ? this.candidates.withoutIdOf(slot, kinds) : undefined;
        if (named !== undefined) {
            return { kind: "found", key: named.key, of: named.kind };
        }
        const kind = told !== undefined && kinds.includes(told) ? told : kinds[0]!;
        return { kind: "found", key: this.mention(kind, `external:${kind}:${identifier}`), of: kind };
    }

    private doubt(slot: Slot, kinds: readonly ResourceKind[], found: readonly Candidate[]): Undecided {
        return found.length === 0
            ? unreferencedIn(slot, meaningOf(kinds))
            : ambiguousIn(
                  slot,
                  meaningOf(kinds),
                  found.map(({ key }) => key),
              );
    }
}

/** The first of the kinds in words: `security group`. */
const meaningOf = (kinds: readonly ResourceKind[]): string =>
    kinds[0]!
        .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
        .replace(/\b(vpc|nat)\b/g, (abbreviation) => abbreviation.toUpperCase());
