/** A small generator of pseudo-random numbers (mulberry32): the same seed, the same network. */
export class Random {
    public constructor(private state: number) {}

    /** In [0, 1). */
    public next(): number {
        this.state = (this.state + 0x6d2b79f5) >>> 0;
        let value = this.state;
        value = Math.imul(value ^ (value >>> 15), value | 1);
        value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
        return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
    }

    /** A whole number from `first` to `last`, both included. */
    public between(first: number, last: number): number {
        return first + Math.floor(this.next() * (last - first + 1));
    }

    public chance(probability: number): boolean {
        return this.next() < probability;
    }

    public pick<T>(things: readonly T[]): T {
        if (things.length === 0) {
            throw new Error("nothing to pick from");
        }
        return things[this.between(0, things.length - 1)]!;
    }

    /** Each with the given probability. */
    public some<T>(things: readonly T[], probability: number): T[] {
        return things.filter(() => this.chance(probability));
    }

    public shuffled<T>(things: readonly T[]): T[] {
        const left = [...things];
        return things.map(() => left.splice(this.between(0, left.length - 1), 1)[0]!);
    }

    public times<T>(least: number, most: number, make: (index: number) => T): T[] {
        return Array.from({ length: this.between(least, most) }, (_, index) => make(index));
    }
}
