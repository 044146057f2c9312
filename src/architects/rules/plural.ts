import pluralizer from "pluralize";

/** "order line" → "order lines"; only the last word changes. */
export function pluralize(phrase: string): string {
  return pluralizer.plural(phrase);
}
