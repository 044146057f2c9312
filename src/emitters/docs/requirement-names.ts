import type { System } from "../../design/design.ts";
import { listed } from "./listed.ts";
import { named } from "./named.ts";

/** The requirements that an element satisfies, by name, in one cell. */
export function requirementNames(ids: readonly string[], { requirements }: System): string {
  return listed(
    ids.map((id) => named([id], requirements)),
    "–",
    4,
    "; ",
  );
}
