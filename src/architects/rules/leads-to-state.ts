import type { EntityDraft } from "./entity-draft.ts";

/** "Start a trip" where a trip can be started. */
export function leadsToState(verb: string, { lifecycle }: EntityDraft): boolean {
  const stem = verb.replace(/e$/, "");
  return (
    /^[a-z]{3,}$/.test(verb) &&
    lifecycle?.transitions.some(({ to }) => to.startsWith(stem) && to.length <= verb.length + 4) ===
      true
  );
}
