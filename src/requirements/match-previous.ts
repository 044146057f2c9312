import { byCodeUnit } from "../util/order.ts";
import { wordsOf } from "../util/naming.ts";
import { FUNCTION_WORDS } from "./function-words.ts";

/** A requirement of the previous run. */
export interface PreviousRequirement {
  readonly id: string;
  readonly text: string;
}

const CLOSE_ENOUGH = 0.7;

/**
 * Which text keeps which earlier id: pairs by similarity, best first, each used once. Only texts
 * that share a rare word are compared, which keeps long documents fast.
 */
export function matchPrevious(
  texts: readonly string[],
  previous: readonly PreviousRequirement[],
): ReadonlyMap<number, string> {
  const matches = new Map<number, string>();
  const exact = Map.groupBy(previous, ({ text }) => text);
  const used = new Set<string>();
  for (const [i, text] of texts.entries()) {
    const same = exact.get(text)?.find(({ id }) => !used.has(id));
    if (same === undefined) continue;
    matches.set(i, same.id);
    used.add(same.id);
  }
  const open = previous.filter(({ id }) => !used.has(id));
  const bags = open.map(({ text }) => bagOf(text));
  const byWord = new Map<string, number[]>();
  for (const [k, bag] of bags.entries()) {
    for (const token of bag) byWord.set(token, [...(byWord.get(token) ?? []).slice(0, 200), k]);
  }
  const pairs: { readonly i: number; readonly id: string; readonly score: number }[] = [];
  for (const [i, text] of texts.entries()) {
    if (matches.has(i)) continue;
    const bag = bagOf(text);
    const shared = new Map<number, number>();
    for (const token of bag) {
      for (const k of byWord.get(token) ?? []) shared.set(k, (shared.get(k) ?? 0) + 1);
    }
    for (const [k, count] of shared) {
      const other = bags[k];
      const id = open[k]?.id;
      if (other === undefined || id === undefined) continue;
      const score = (2 * count) / (bag.size + other.size);
      if (score >= CLOSE_ENOUGH) pairs.push({ i, id, score });
    }
  }
  pairs.sort((a, b) => b.score - a.score || a.i - b.i || byCodeUnit(a.id, b.id));
  for (const { i, id } of pairs) {
    if (matches.has(i) || used.has(id)) continue;
    matches.set(i, id);
    used.add(id);
  }
  return matches;
}

/** The telling words of a text, in a crude stem, so that "order" and "orders" agree. */
function bagOf(text: string): ReadonlySet<string> {
  const words = wordsOf(text).filter((word) => !FUNCTION_WORDS.has(word));
  return new Set(
    words.map((word) => (word.length > 4 ? word.replace(/(?:ies|es|s|ed|ing)$/, "") : word)),
  );
}
