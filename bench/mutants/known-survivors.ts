/** Mutants that are known to survive, and why that is accepted. */
export const knownSurvivors: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
    {
        pattern: /^ec2\/route prod-app-[ab]-internet: for half of the internet only$/,
        reason: "It opens nothing; a declared flow that works for a part of the internet is told, not refused.",
    },
    {
        pattern: /^ec2\/networkAclRule prod-app-out-deny-all-10\.0\.0\.0-16: every protocol and address$/,
        reason: "The app reaches the load balancer by its inner address, too; by its outer one it may anyway.",
    },
    {
        pattern: /^s3\/bucketLogging prod-traffic-logs-access-logging dropped$/,
        reason: "The bucket receives logs itself, and the pack lets such a bucket go without logs of its own.",
    },
];
