import { expect } from "chai";
import { numberEntries } from "../../../components/planning/network-acl-numbers";

const named = (...keys: string[]) => keys.map((key) => ({ key, band: "named" as const }));

/** Sends every key to the same place first, then to a place of its own. */
const clashing = (key: string, choice: number): number => (choice === 0 ? 7 : key.charCodeAt(0) * choice);

describe("numbers of network ACL entries", () => {
    it("stay within what AWS takes, band after band", () => {
        const numbers = numberEntries(
            [
                { key: "a", band: "internet" },
                { key: "b", band: "denies" },
                { key: "c", band: "named" },
            ],
            () => 9_999,
        );
        expect([...numbers]).to.have.deep.members([
            ["c", 10_000],
            ["b", 20_000],
            ["a", 30_000],
        ]);
    });

    it("follow from a key alone while no two want the same", () => {
        const alone = numberEntries(named("app-in-tcp-443-10.0.0.0-20"));
        const among = numberEntries(named("a", "b", "app-in-tcp-443-10.0.0.0-20", "z"));
        const key = "app-in-tcp-443-10.0.0.0-20";
        expect(among.get(key)).to.equal(alone.get(key));
    });

    it("go to the first key where two want the same, whatever their order, and move only the other", () => {
        for (const entries of [named("a", "b", "c"), named("c", "b", "a")]) {
            expect(Object.fromEntries(numberEntries(entries, clashing))).to.deep.equal({
                a: 8,
                b: 99,
                c: 100,
            });
        }
        expect(Object.fromEntries(numberEntries(named("b", "c"), clashing))).to.deep.equal({ b: 8, c: 100 });
    });

    it("keep clear of the numbers that others moved to", () => {
        const crowded = (_key: string, choice: number): number => choice;
        const numbers = numberEntries(named("a", "b", "c"), crowded);
        expect([...numbers.values()]).to.deep.equal([1, 2, 3]);
    });
});
