import type { Design } from "../../design/design.ts";

/** Texts of requirements by id. */
export function textOf({ system }: Design, ids: readonly string[]): string {
  return system.requirements
    .filter(({ id }) => ids.includes(id))
    .map(({ text }) => text)
    .join("\n");
}
