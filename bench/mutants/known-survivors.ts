/** Mutants that are known to survive, and why that is accepted. */
export const knownSurvivors: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
    {
        pattern: /^ec2\/route prod-app-[ab]-internet: for half of the internet only$/,
        reason: "It opens nothing; a declared flow that works for a part of the internet is told, not refused.",
    },
];
