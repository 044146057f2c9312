import { byCodeUnit } from "../util/order.ts";
import type { ActorMention } from "./actor-mention.ts";
import { isPerson, isTechnical } from "./person-words.ts";
import type { Story } from "./story.ts";

const NO_ACTOR =
  /^(?:user story|story|system|application|platform|app|product|software|service|backend|frontend|website|site|other|people|person)$/;
const LONGEST = 60;

/** The actors of all stories, merged by name: "customer", "customers" and "As a customer" are one. */
export function collectActors(stories: readonly Story[]): readonly ActorMention[] {
  const byName = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  for (const { actors, requirementId } of stories) {
    for (const actor of actors) {
      const name = actor.replace(/\s*\b(?:persona|user story)\b\s*/g, " ").trim();
      if (name === "" || name.length > LONGEST || NO_ACTOR.test(name) || !/^\p{L}/u.test(name))
        continue;
      byName.set(name, (byName.get(name) ?? new Set()).add(requirementId));
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...byName]
    .map(([name, ids]): ActorMention => {
      const kind = isTechnical(name) && !isPerson(name) ? "system" : "person";
      return { name, kind, count: counts.get(name) ?? 0, requirementIds: [...ids] };
    })
    .toSorted((a, b) => b.count - a.count || byCodeUnit(a.name, b.name));
}
