/** Options by name, each with the values it can take. */
export interface Options {
    readonly [option: string]: readonly string[];
}

export interface Choice {
    readonly [option: string]: string;
}

/**
 * Few choices that together hold every pair of values of every two options. Greedy: each new choice
 * starts from a pair not yet held and takes, option by option, the value that holds most others.
 */
export function allPairs(options: Options): Choice[] {
    const open = new Map(pairsOf(options).map((pair) => [keyOf(pair), pair]));
    const choices: Choice[] = [];
    for (let seed = first(open); seed !== undefined; seed = first(open)) {
        const choice: { [option: string]: string } = { ...seed };
        for (const name of Object.keys(options).filter((candidate) => choice[candidate] === undefined)) {
            const gain = (value: string): number =>
                Object.entries(choice).filter(([other, chosen]) =>
                    open.has(keyOf({ [name]: value, [other]: chosen })),
                ).length;
            choice[name] = [...options[name]!].sort((left, right) => gain(right) - gain(left))[0]!;
        }
        for (const pair of pairsOf(Object.fromEntries(Object.entries(choice).map(([k, v]) => [k, [v]])))) {
            open.delete(keyOf(pair));
        }
        choices.push(choice);
    }
    return choices;
}

/** Every pair of values of every two options. */
export function pairsOf(options: Options): Choice[] {
    const names = Object.keys(options);
    return names.flatMap((a, position) =>
        names
            .slice(position + 1)
            .flatMap((b) => options[a]!.flatMap((x) => options[b]!.map((y) => ({ [a]: x, [b]: y })))),
    );
}

const keyOf = (pair: Choice): string => JSON.stringify(Object.entries(pair).sort());

const first = (open: ReadonlyMap<string, Choice>): Choice | undefined => [...open.values()][0];
