import * as proxy from "@pulumi/policy/proxy";
import type { Random } from "../../support/simulator/generator/random";

/** The texts that stand for unknown values of each kind; the SDK keeps them out of its types. */
const unknowns = Object.entries(proxy as unknown as { readonly [name: string]: unknown })
    .filter(([name]) => /^unknown\w+Value$/.test(name))
    .map(([, value]) => value as string);

const oddTexts = [
    "",
    " ",
    "null",
    "undefined",
    "NaN",
    "true",
    "false",
    "FALSE",
    "0",
    "-1",
    "all",
    "65536",
    "1e309",
    "0x16",
    "0.0.0.0/0",
    "0.0.0.0/33",
    "0.0.0.0/-1",
    "10.0.0.1/8",
    "999.1.1.1/24",
    "::/0",
    "::::/0",
    "::ffff:0:0/96",
    "fe80::%eth0/64",
    "*",
    "**",
    "arn:",
    "arn:aws:::::",
    "sg-",
    "vpc-0123456789abcdef0",
    "{",
    "[]",
    "{}",
    '{"Statement":null}',
    '{"Statement":[null,1,"x",[]]}',
    '{"Statement":{"Effect":["Allow"],"Principal":{"AWS":{"a":[null]}},"Action":{},"Resource":7}}',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":"none"}]}',
    "__proto__",
    "constructor",
    "urn:pulumi:x",
    "\u0000",
    "\ud800",
    "𝟙𝟘.𝟘.𝟘.𝟘/𝟠",
    "..%2f..%2f",
    "$(reboot)",
    "IyEvYmluL2Jhc2gK====",
    "cron(",
    "tcp ",
    "HTTPS\n",
];

const huge = [
    "a".repeat(50_000),
    "AKIA".repeat(10_000),
    "(((((((((((((((((((((((((((((".repeat(500),
    " ".repeat(20_000),
    "PasswordAuthentication ".repeat(1_000),
    `{"Statement":[${'{"Effect":"Allow","Action":"s3:*"},'.repeat(500)}{}]}`,
];

const oddNumbers = [0, -0, -1, 1, 0.5, 22, 65535, 65536, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308];

/** Property names that ordinary objects have something under, and odd ones. */
const oddNames = [
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "length",
    "then",
    "",
    "0",
    "a.b",
    "a[0]",
    "Statement",
];

/** A value that no type of a property allows, or only the type and no sense. */
export function garbageValue(random: Random, depth = 0): unknown {
    const kind = random.between(0, depth > 3 ? 5 : 9);
    switch (kind) {
        case 0:
            return null;
        case 1:
            return random.chance(0.5);
        case 2:
            return random.pick(oddNumbers);
        case 3:
        case 4:
            return random.pick(oddTexts);
        case 5:
            return random.pick(unknowns);
        case 6:
            return random.times(0, 4, () => garbageValue(random, depth + 1));
        case 7:
            return random.chance(0.05)
                ? random.chance(0.5)
                    ? random.pick(huge)
                    : Array.from({ length: 2_000 }, () => garbageValue(random, 9))
                : random.chance(0.05)
                  ? deeplyNested(300)
                  : random.pick(oddTexts);
        default:
            return garbageObject(random, depth);
    }
}

/** An object whose keys are own properties, whatever they are called. */
function garbageObject(random: Random, depth: number): object {
    const entries = random.times(0, 4, (): [string, unknown] => [
        random.pick([...oddNames, "cidrBlocks", "fromPort", "protocol", "id", "arn", "tags"]),
        garbageValue(random, depth + 1),
    ]);
    return Object.fromEntries(entries);
}

function deeplyNested(levels: number): unknown {
    let value: unknown = "bottom";
    for (let level = 0; level < levels; level += 1) {
        value = level % 2 === 0 ? [value] : { inner: value };
    }
    return value;
}

/** The value with something inside it replaced, taken away, repeated or put into a list. */
export function damaged(value: unknown, random: Random): unknown {
    if (Array.isArray(value) && value.length > 0 && random.chance(0.8)) {
        const items = [...(value as readonly unknown[])];
        const place = random.between(0, items.length - 1);
        if (random.chance(0.2)) {
            return random.chance(0.5) ? [...items, ...items] : items.slice(0, place);
        }
        items[place] = damaged(items[place], random);
        return items;
    }
    if (typeof value === "object" && value !== null && !Array.isArray(value) && random.chance(0.85)) {
        const entries = Object.entries(value);
        if (entries.length === 0 || random.chance(0.1)) {
            return Object.fromEntries([...entries, [random.pick(oddNames), garbageValue(random)]]);
        }
        const place = random.between(0, entries.length - 1);
        return Object.fromEntries(
            entries.flatMap(([name, inner], i): [string, unknown][] =>
                i !== place ? [[name, inner]] : random.chance(0.15) ? [] : [[name, damaged(inner, random)]],
            ),
        );
    }
    return random.chance(0.1) ? [value] : garbageValue(random);
}
