import { choice } from "./settings";

/**
 * Who sees to something that an account has once: this stack, or another one that shares the account
 * with it. Where another does, what is missing here is no fault; what is here is judged all the same.
 */
export const provided = (what: string) =>
    choice(`Which stack sees to ${what}: this one, or another of the account`, "here", ["here", "elsewhere"]);
