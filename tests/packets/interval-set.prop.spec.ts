import { expect } from "chai";
import * as fc from "fast-check";
import * as intervals from "../../packets/interval-set";
import type { IntervalSet } from "../../packets/interval-set";

const universe = 40;

const anySet: fc.Arbitrary<IntervalSet<number>> = fc
    .array(
        fc
            .tuple(fc.integer({ min: 0, max: universe }), fc.integer({ min: 0, max: universe }))
            .map(([a, b]) => ({ first: Math.min(a, b), last: Math.max(a, b) })),
        { maxLength: 6 },
    )
    .map((parts) => intervals.intervalSet(parts));

/** The set as AWS would see it: one value at a time. */
const members = (set: IntervalSet<number>): number[] =>
    Array.from({ length: universe + 1 }, (_, value) => value).filter((value) =>
        set.some((interval) => interval.first <= value && value <= interval.last),
    );

describe("interval sets", () => {
    const laws: [string, (a: IntervalSet<number>, b: IntervalSet<number>) => [number[], number[]]][] = [
        [
            "union holds what either holds",
            (a, b) => [
                members(intervals.union(a, b)),
                [...new Set([...members(a), ...members(b)])].sort((x, y) => x - y),
            ],
        ],
        [
            "intersection holds what both hold",
            (a, b) => [members(intervals.intersect(a, b)), members(a).filter((x) => members(b).includes(x))],
        ],
        [
            "subtraction holds what only the first holds",
            (a, b) => [members(intervals.subtract(a, b)), members(a).filter((x) => !members(b).includes(x))],
        ],
    ];
    for (const [name, law] of laws) {
        it(name, () => {
            fc.assert(
                fc.property(anySet, anySet, (a, b) => {
                    const [actual, expected] = law(a, b);
                    expect(actual).to.deep.equal(expected);
                }),
            );
        });
    }

    it("is canonical: equal members mean equal intervals", () => {
        fc.assert(
            fc.property(anySet, anySet, (a, b) => {
                const rebuilt = intervals.union(intervals.subtract(a, b), intervals.intersect(a, b));
                expect(rebuilt).to.deep.equal(a);
                expect(intervals.equals(rebuilt, a)).to.equal(true);
            }),
        );
    });

    it("agrees with its members on size, containment and subsets", () => {
        fc.assert(
            fc.property(anySet, anySet, fc.integer({ min: 0, max: universe }), (a, b, value) => {
                expect(Number(intervals.size(a))).to.equal(members(a).length);
                expect(intervals.contains(a, value)).to.equal(members(a).includes(value));
                expect(intervals.isSubset(a, b)).to.equal(members(a).every((x) => members(b).includes(x)));
                expect(intervals.overlaps(a, b)).to.equal(members(a).some((x) => members(b).includes(x)));
            }),
        );
    });
});
