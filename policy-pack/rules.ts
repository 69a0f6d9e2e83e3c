import { tgwAutoAccept } from "./policies/network/tgw-auto-accept";
import type { AnyRule } from "./rule";

/** Every policy of the pack, as data, in the order of the catalogue. */
export const rules: readonly AnyRule[] = [tgwAutoAccept];
