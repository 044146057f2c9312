import type { Design } from "../../design/design.ts";

/** Ids of the requirements in scope whose text matches, in document order. */
export function citing({ system }: Design, pattern: RegExp): readonly string[] {
  return system.requirements
    .filter(({ scope, text, name }) => scope === "in" && pattern.test(`${name}\n${text}`))
    .map(({ id }) => id);
}
