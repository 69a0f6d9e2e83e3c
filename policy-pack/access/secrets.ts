/** What must not be written where others read it, by what it is called. */
const patterns: readonly (readonly [name: string, pattern: RegExp])[] = [
    ["an AWS access key id", /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/],
    [
        "an AWS secret access key",
        /aws_?(?:secret)?_?(?:access)?_?key["']?\s*(?:=|:|\s)\s*["']?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/i,
    ],
    [
        "a password",
        // Written out: no variable, no command, no place where it would be fetched from.
        /(?:PASSWORD|PASSWD|PASSPHRASE)["'\\]*\s*[=:]\s*["'\\]*(?![$`<{/]|arn:|resolve:)[^\s"'\\$`;&|]{8,}/,
    ],
    ["a private key", /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/],
];

/** The kinds of secrets in a text; never the secrets themselves. */
export const secretsIn = (text: string): readonly string[] =>
    patterns.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
