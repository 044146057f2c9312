import pluralizer from "pluralize";

/** Nouns without a plural that the library does not know. */
const UNCOUNTABLE =
  /\b(?:feedback|attendance|staff|inventory stock|advice|luggage|merchandise|personnel|grocery shopping)$/i;

/** "order line" → "order lines"; only the last word changes. */
export function pluralize(phrase: string): string {
  return UNCOUNTABLE.test(phrase) ? phrase : pluralizer.plural(phrase);
}
