import { managesAnything } from "../../account";
import { undecidable, violates, type Faults } from "../../fault";
import { eventPatterns } from "../../monitoring/event-rules";
import { anyPatterns, trailPatterns } from "../../monitoring/metric-filters";
import { signNames, signs, type Sign } from "../../monitoring/sign-ins";
import { provided } from "../../provided";
import { perStack, rule } from "../../rule";
import { choices } from "../../settings";

export const alarmAuthFailures = rule(
    {
        id: "alarm-auth-failures",
        title: "Somebody hears of failed and suspicious sign-ins",
        severity: "medium",
        checklist: ["monitoring-4"],
        why: "Who guesses passwords fails many times first; that is when it can still be stopped.",
        fix: "Add a metric filter on the trail's log group for it, and an alarm on its metric with an action.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-6",
        config: {
            signs: choices(
                "What somebody must hear of; CIS asks for the first four",
                ["consoleFailures"],
                signNames,
            ),
            provided: provided("alarms on sign-ins"),
        },
    },
    perStack((stack, settings) => {
        if (settings.provided === "elsewhere" || !managesAnything(stack)) {
            return [];
        }
        const events = eventPatterns(stack);
        const onTrail = trailPatterns(stack);
        const anywhere = anyPatterns(stack);
        return settings.signs.flatMap((name): Faults => {
            const sign: Sign = signs[name];
            const filters = sign.onTrail ? onTrail : anywhere;
            const isHeard =
                filters.patterns.some((pattern) => sign.spoken.every((part) => part.test(pattern))) ||
                events.patterns.some((pattern) => sign.caughtBy?.(pattern) ?? false);
            if (isHeard) {
                return [];
            }
            return filters.undecided.length > 0
                ? filters.undecided.map((open) =>
                      undecidable(open, `whether it counts ${sign.what} cannot be told`),
                  )
                : [violates(undefined, `nobody hears of ${sign.what}`)];
        });
    }),
);
