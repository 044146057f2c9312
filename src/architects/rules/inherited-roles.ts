import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import type { ActorPlan } from "./domain-model.ts";
import { inScope, speaksOf } from "./demand-text.ts";

const ROLE = "(?:an?|the|every|each|all)?\\s*([a-z][a-z -]{2,40}?)";
const EVERYTHING =
  "(?:(?:can|may|must be able to|is (?:able|allowed) to)\\s+(?:also\\s+)?(?:do\\s+)?(?:all|everything|anything|whatever)(?:\\s+that)?|(?:has|have|gets?)\\s+(?:all\\s+)?(?:the\\s+)?(?:same\\s+)?(?:permissions?|rights|abilities|privileges)\\s+(?:of|as)|inherits?(?:\\s+(?:all|everything|the permissions|the rights|the role))?(?:\\s+(?:from|of))?|(?:is|are)\\s+also)";
const INHERITS = new RegExp(
  `\\b${ROLE}\\s+${EVERYTHING}\\s+(?:an?|the|every|each)?\\s*([a-z][a-z -]{2,40}?)(?=\\s+(?:can|may|does|do|is|has|and|role|plus)\\b|[.,;:]|$)`,
  "giu",
);

/** Who may do all that others may: "an administrator can do everything a moderator can". */
export function inheritedRoles(
  actors: readonly ActorPlan[],
  reading: RequirementsReading,
): ReadonlyMap<string, ReadonlySet<string>> {
  const direct = new Map<string, Set<string>>();
  const named = (words: string) =>
    actors.filter(({ name }) => speaksOf(words, name.toLowerCase())).map(({ id }) => id);
  for (const { text } of inScope(reading)) {
    for (const [, who = "", whom = ""] of text.slice(0, 2000).matchAll(INHERITS)) {
      for (const heir of named(who)) {
        for (const role of named(whom)) {
          if (heir !== role) direct.set(heir, (direct.get(heir) ?? new Set()).add(role));
        }
      }
    }
  }
  return new Map([...direct.keys()].map((heir) => [heir, reachable(heir, direct)]));
}

function reachable(from: string, direct: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const seen = new Set<string>();
  const open = [from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const role of direct.get(next) ?? []) {
      if (role === from || seen.has(role)) continue;
      seen.add(role);
      open.push(role);
    }
  }
  return seen;
}
