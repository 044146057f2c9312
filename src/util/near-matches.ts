import { sortedBy } from "./order.ts";

/** Up to three of the names that somebody who wrote `word` may have meant, the nearest first. */
export function nearMatches(word: string, names: readonly string[]): readonly string[] {
  const wanted = word.toLowerCase().slice(0, 80);
  const near = names.flatMap((name) => {
    const other = name.toLowerCase();
    const distance = editDistance(wanted, other);
    const holds = wanted.length > 2 && (other.includes(wanted) || wanted.includes(other));
    if (!holds && distance > Math.max(1, Math.floor(wanted.length / 3))) return [];
    return [{ name, distance: holds ? Math.min(distance, 1) : distance }];
  });
  return sortedBy(near, ({ distance, name }) => `${String(distance).padStart(3, "0")} ${name}`)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Levenshtein's: how many letters to add, remove or change. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, letter] of Array.from(a).entries()) {
    const current = [row + 1];
    for (let column = 1; column <= b.length; column += 1) {
      const change = (previous[column - 1] ?? 0) + (letter === b[column - 1] ? 0 : 1);
      const shift = Math.min(previous[column] ?? 0, current[column - 1] ?? 0) + 1;
      current.push(Math.min(change, shift));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
