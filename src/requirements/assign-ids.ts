import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { toKebab, wordsOf } from "../util/naming.ts";
import { duplicateId } from "./findings/duplicate-id.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import { matchPrevious } from "./match-previous.ts";
import type { PreviousRequirement } from "./match-previous.ts";
import { readStoryFrame } from "./read-story-frame.ts";
import type { Statement } from "./statement.ts";

const LONGEST = 48;
const ROOM = 60;
const DULL = new Set([
  "system",
  "shall",
  "user",
  "users",
  "must",
  "should",
  "ability",
  "required",
  "fields",
  "using",
  "application",
  "platform",
]);

/**
 * An id for every statement: the document's own, else the one of the previous run whose wording is
 * close, else one derived from the words. Reordering the document changes no id, except among
 * statements of the same words.
 */
export function assignIds(
  statements: readonly Statement[],
  previous: readonly PreviousRequirement[],
): { readonly ids: readonly string[]; readonly diagnostics: readonly Diagnostic[] } {
  const ids = new Map<number, string>();
  const diagnostics: Diagnostic[] = [];
  const taken = new Map<string, number>();
  /** The last suffix given to a base: a thousand equal bullets must not cost a million look-ups. */
  const suffixes = new Map<string, number>();
  function unique(base: string): string {
    if (!taken.has(base)) return base;
    let suffix = suffixes.get(base) ?? 2;
    while (taken.has(`${base}-${suffix}`)) suffix++;
    suffixes.set(base, suffix + 1);
    return `${base}-${suffix}`;
  }
  for (const [i, { ownId, source }] of statements.entries()) {
    if (ownId === undefined) continue;
    const wanted = toKebab(ownId, ROOM);
    const id = unique(wanted);
    const first = statements[taken.get(wanted) ?? -1];
    if (first !== undefined) {
      const place = {
        requirement: id,
        artifact: { path: source.path, locator: { line: source.line } },
      };
      const words = { written: ownId, line: source.line, firstLine: first.source.line, id };
      diagnostics.push(duplicateId(`requirement/${id}`, words, place));
    }
    taken.set(id, i);
    ids.set(i, id);
  }
  const free = [...statements.keys()].filter((i) => !ids.has(i));
  const candidates = previous.filter(
    ({ id }) => !taken.has(id) && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id) && id.length <= 64,
  );
  const kept = matchPrevious(
    free.map((i) => statements[i]?.text ?? ""),
    candidates,
  );
  for (const [at, id] of kept) {
    const i = free[at];
    if (i === undefined) continue;
    ids.set(i, id);
    taken.set(id, i);
  }
  for (const i of free) {
    const statement = statements[i];
    if (ids.has(i) || statement === undefined) continue;
    const id = unique(derivedId(statement));
    ids.set(i, id);
    taken.set(id, i);
  }
  return { ids: statements.map((_, i) => ids.get(i) ?? `statement-${i + 1}`), diagnostics };
}

/** Up to six telling words; those of the persona last, since most stories share theirs. */
function derivedId(statement: Statement): string {
  const frame = readStoryFrame(statement.text);
  const source =
    statement.form === "endpoint"
      ? endpointWords(statement)
      : (frame?.means ?? statement.title ?? statement.text);
  const words = wordsOf(source.slice(0, 400)).filter(
    (word) =>
      !FUNCTION_WORDS.has(word) &&
      !/^(?:ve|ll|re)$/.test(word) &&
      (word.length > 1 || /\d/.test(word)),
  );
  const telling = words.filter((word) => statement.form === "endpoint" || !DULL.has(word));
  const chosen = (telling.length >= 2 ? telling : words).slice(0, 6);
  if (chosen.length === 0)
    return toKebab(wordsOf(statement.text).slice(0, 6).join(" ") || "statement", LONGEST);
  const heading = /^\d/.test(chosen[0] ?? "")
    ? wordsOf(statement.headings.at(-1) ?? "").filter((word) => /^[a-z]/.test(word))
    : [];
  return wholeWords(toKebab([...heading.slice(0, 3), ...chosen].join(" "), ROOM));
}

function endpointWords(statement: Statement): string {
  return statement.text
    .split(/[\s.]/, 2)
    .join(" ")
    .replace(/[^\w/ ]/g, "")
    .replaceAll("/", " ");
}

function wholeWords(id: string): string {
  if (id.length <= LONGEST) return id;
  return id.slice(0, LONGEST + 1).replace(/-[^-]*$/, "") || id.slice(0, LONGEST);
}
