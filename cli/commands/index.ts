import type { CommonOptions, PalisadeCommand } from "../command";
import { diff } from "./diff";
import { judge } from "./judge";
import { policies } from "./policies";
import { preview } from "./preview";
import { reach } from "./reach";

/** Every command, in the order in which help lists them. A new one is a file beside this and a line here. */
export const commands: readonly PalisadeCommand<CommonOptions>[] = [
    preview as PalisadeCommand<CommonOptions>,
    judge as PalisadeCommand<CommonOptions>,
    reach as PalisadeCommand<CommonOptions>,
    diff as PalisadeCommand<CommonOptions>,
    policies as PalisadeCommand<CommonOptions>,
];
