/** How the command ends, as Pulumi's own does. */
export const exitCodes = {
    fine: 0,
    /** The program or the command itself failed. */
    error: 1,
    /** Something the user wrote down is wrong: settings, or the command line. */
    settings: 2,
    /** A mandatory policy is violated or cannot be decided, or what was demanded of the network does not hold. */
    policy: 5,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
