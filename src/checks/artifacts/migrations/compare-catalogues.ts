import type { RelationalModel } from "../../../sql/relational-model.ts";
import { objectsOf } from "../../../sql/table-object.ts";
import type { Catalogue, CatalogueEntry } from "./read-catalogue.ts";

/** How two catalogues differ: in words, and the element of the first difference. */
export interface CatalogueDifference {
  readonly text: string;
  readonly subject: string;
}

const SHOWN = 3;

/** `undefined` where they are the same. The models (newest first) know whose a name is. */
export function compareCatalogues(
  expected: Catalogue,
  actual: Catalogue,
  models: readonly RelationalModel[],
  context: string,
): CatalogueDifference | undefined {
  const missing = [...expected.values()].filter(({ text }) => !actual.has(text));
  const extra = [...actual.values()].filter(({ text }) => !expected.has(text));
  const all = [
    ...missing.map((entry) => ({ entry, words: `missing ${entry.text}` })),
    ...extra.map((entry) => ({ entry, words: `too much ${entry.text}` })),
  ];
  const [first] = all;
  if (first === undefined) return undefined;
  const shown = all.slice(0, SHOWN).map(({ words }) => words);
  const rest = all.length > SHOWN ? [`and ${all.length - SHOWN} more`] : [];
  const subject = findSubject(first.entry, models) ?? `system/context/${context}`;
  return { text: [...shown, ...rest].join("; "), subject };
}

function findSubject(
  entry: CatalogueEntry,
  models: readonly RelationalModel[],
): string | undefined {
  for (const { tables } of models) {
    const table = tables.find(({ name }) => name === entry.table);
    if (table === undefined) continue;
    const parts = [...table.columns, ...objectsOf(table).map(({ part }) => part)];
    return parts.find(({ name }) => name === entry.name)?.subject ?? table.subject;
  }
  return undefined;
}
