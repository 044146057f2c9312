import { speaksOf } from "./demand-text.ts";
import type { EntityDraft } from "./entity-draft.ts";

const SEARCH = /\bsearch|\bfind\b|\blook\w* (?:for|up)\b/i;
const IN_WORDS = /\b(?:words?|keywords?|free[- ]text|full[- ]text|text|phrases?|terms?)\b/i;
/** Fields that people search by words of. */
const TITLE = /(?:^|-)(?:name|title|description|body|text|summary)$/;

/** Fields by which a statement wants a list to be narrowed. */
export function filtersOf(entity: EntityDraft, demand: string): readonly string[] {
  const by = /\b(?:by|per|based on|with|in|on|of|for|status)\b.*$/i.exec(demand)?.[0] ?? "";
  const isSearched = SEARCH.test(demand);
  const fields = [...entity.fields.values()].filter(
    ({ id, type, classification }) =>
      classification !== "secret" &&
      type !== "text" &&
      !(isSearched && (TITLE.test(id) || (type === "string" && IN_WORDS.test(demand)))) &&
      (id === "status" || type !== "string" || /\b(?:by|filter)\b/.test(demand)) &&
      speaksOf(by, id.replaceAll("-", " ")),
  );
  const references = [...entity.references.values()].filter(({ field }) =>
    speaksOf(by, field.replace(/-id$/, "").replaceAll("-", " ")),
  );
  return [...fields.map(({ id }) => id), ...references.map(({ field }) => field)];
}

/** Whether it takes words: it is searched by a name or text, or by what no field holds. */
export function isSearch(entity: EntityDraft, demand: string): boolean {
  if (!SEARCH.test(demand)) return false;
  const by = /\bby\b.*$/i.exec(demand)?.[0] ?? "";
  const byTitle = [...entity.fields.keys()].some(
    (id) => TITLE.test(id) && speaksOf(by, id.replaceAll("-", " ")),
  );
  return IN_WORDS.test(demand) || byTitle || filtersOf(entity, demand).length === 0;
}
