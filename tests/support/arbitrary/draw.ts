import fc from "fast-check";
import type { GeneratorValue } from "fast-check";
import { toCamel, toKebab, wordsOf } from "../../../src/util/naming.ts";

/** Random choices that fast-check can shrink. */
export interface Draw {
  readonly int: (minimum: number, maximum: number) => number;
  readonly chance: (percent: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly some: <T>(items: readonly T[]) => readonly T[];
  /** One line that ends with one of the words; unlike every name in `taken`. */
  readonly name: (words: readonly string[], taken: Set<string>) => string;
  readonly prose: () => string;
  /** A kebab-case id that is not in `taken`, and is from then on. */
  readonly id: (taken: Set<string>) => string;
  readonly text: (maximum: number) => string;
}

/** What breaks quoting, escaping and layout somewhere: SQL, YAML, Mermaid, Markdown, HTML, shells. */
const NOISE: readonly string[] = [
  "",
  "",
  "'; DROP TABLE x; --",
  '"quoted"',
  "it's",
  "`tick`",
  "ünïcödé",
  "订单",
  "🦄👩‍👩‍👧",
  "<script>alert(1)</script>",
  "{{ liquid }} {% if %}",
  "a|b",
  "#hash",
  "end",
  "%%{init}%%",
  "back\\slash\\",
  "$1 ${x}",
  "*/ /*",
  "]]>",
  "&amp; &",
  "عربى",
  "é combining",
  "\u202eright to left",
  "x\u2028y",
  "zero\u200bwidth",
  "---",
  "? : - [ ] { } , @ ! %",
  "null ~ true",
  "# title",
  "[link](javascript:alert(1))",
  "A".repeat(70),
];

const IDS = ["order", "select", "user", "class", "type", "index", "null", "true", "a", "id", "end"];

/** Choices drawn from a generator of fast-check. */
export function createDraw(generate: GeneratorValue): Draw {
  function int(minimum: number, maximum: number): number {
    return generate(fc.integer, { min: minimum, max: maximum });
  }
  function chance(percent: number): boolean {
    return int(0, 99) >= 100 - percent;
  }
  function pick<T>(items: readonly T[]): T {
    const item = items[int(0, items.length - 1)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }
  function some<T>(items: readonly T[]): readonly T[] {
    return items.filter(() => chance(40));
  }
  function noise(): string {
    if (!chance(20)) return pick(NOISE);
    const random = generate(fc.string, { unit: "grapheme", maxLength: 12 });
    return random.replaceAll(/[\p{Cc}A-Za-z]/gu, "");
  }
  function name(words: readonly string[], taken: Set<string>): string {
    const base = `${noise()} ${pick(words)}`.trim();
    let candidate = base;
    for (let count = 2; namesOf(candidate).some((form) => taken.has(form)); count++) {
      candidate = `N${count}th ${base}`;
    }
    for (const form of namesOf(candidate)) taken.add(form);
    return candidate;
  }
  function prose(): string {
    const separator = pick([" ", "\n", "\n\n", "\t"]);
    const parts = Array.from({ length: int(0, 3) }, noise);
    return `A${parts.map((part) => separator + part).join("")} z.`;
  }
  function id(taken: Set<string>): string {
    const base = chance(50)
      ? pick(IDS)
      : generate(fc.stringMatching, /^[a-z][a-z0-9]{0,7}(-[a-z0-9]{1,4}){0,2}$/);
    let candidate = base;
    for (let count = 2; taken.has(candidate); count++) candidate = `${base}-${count}`;
    taken.add(candidate);
    return candidate;
  }
  function text(maximum: number): string {
    const drawn = `${noise()}v`.slice(-maximum);
    return drawn.isWellFormed() ? drawn : "v";
  }
  return { int, chance, pick, some, name, prose, id, text };
}

/** What a name becomes in SQL and on the wire: two names that share one collide. */
function namesOf(name: string): readonly string[] {
  const words = wordsOf(name);
  return words.length === 0 ? ["none"] : [toKebab(name), toCamel(name).toLowerCase()];
}
