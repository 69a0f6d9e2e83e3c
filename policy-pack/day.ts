/** Days of the calendar as they are written in files: `YYYY-MM-DD`. */

/** Whether the text is a day of the calendar: 2027-02-30 is not. */
export function isDay(text: string): boolean {
    const parsed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
    return parsed !== undefined && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

const millisecondsPerDay = 86_400_000;

/** How many days the second lies after the first; negative where it lies before. */
export const daysBetween = (first: string, second: string): number =>
    (Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / millisecondsPerDay;
