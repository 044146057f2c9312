import { singularPhrase } from "../../requirements/singular-phrase.ts";
import { toKebab } from "../../util/naming.ts";
import type { ActorPlan } from "./domain-model.ts";

const FOLLOWED =
  /\bchange[- ]data[- ]capture\b|\bCDC\b|\b(?:follow|capture|stream|replicate|read)s? (?:all |the |every )?changes?\b/i;
const SYSTEMS =
  /\b(?:OLTP|operational|transactional|source|production|existing)\s+(?:\w+\s+)?(?:databases?|systems?|stores?)\s+(?:for|of|behind)\s+((?:[\w-]+(?:\s+[\w-]+)?,\s+(?:and\s+)?|[\w-]+(?:\s+[\w-]+)?\s+and\s+)*[\w-]+)/i;
const NAMED =
  /\bthe\s+((?:[\w-]+,\s+(?:and\s+)?(?:the\s+)?|[\w-]+\s+and\s+(?:the\s+)?)*[\w-]+)\s+(?:databases?|systems?)\b/i;
const GENERIC =
  /^(?:oltp|olap|operational|transactional|source|production|existing|relational|analytical|same|own|whole|target|other|legacy|central|main|primary|postgresql|mysql|oracle)$/i;

/** Databases of others whose changes are followed: "the OLTP databases for rides and payments". */
export function sourceSystems(
  scope: readonly { readonly id: string; readonly text: string }[],
): readonly ActorPlan[] {
  const systems = new Map<string, ActorPlan>();
  for (const { id: requirement, text } of scope) {
    if (!FOLLOWED.test(text)) continue;
    const listed = SYSTEMS.exec(text)?.[1] ?? NAMED.exec(text)?.[1];
    for (const part of listed?.split(/,\s*(?:and\s+)?|\s+and\s+/) ?? []) {
      const words = part.trim().replace(/^the\s+/i, "");
      if (words === "" || GENERIC.test(words)) continue;
      const id = toKebab(`${words} database`);
      if (systems.has(id)) continue;
      systems.set(id, {
        id,
        name: `${words.charAt(0).toUpperCase()}${words.slice(1).toLowerCase()} database`,
        kind: "external-system",
        description: `Operational database for ${words.toLowerCase()}, run by others; its changes are followed and nothing is written to it.`,
        clients: [],
        requirements: [requirement],
      });
    }
  }
  return [...systems.values()];
}

/** The thing that such a system is about: "ride" of the rides database. */
export function thingOfSystem(name: string): string {
  return singularPhrase(name.toLowerCase().replace(/ (?:database|system)$/, ""));
}
