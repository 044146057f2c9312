import type { Node, ParseResult } from "libpg-query";

/** A place in a text: both from 1, the column in UTF-16 code units. */
export interface SqlPlace {
  readonly line: number;
  readonly column: number;
}

/** One statement of a file, without the comments before it. */
export interface ParsedStatement extends SqlPlace {
  readonly text: string;
  /** `CreateStmt`, `IndexStmt`, …: PostgreSQL's name for what it is. */
  readonly kind: string;
  readonly node: Node;
}

export interface ParsedFile {
  readonly statements: readonly ParsedStatement[];
  /** Where a `location` of a node is: they are offsets in bytes from the start of the text. */
  place(location: number): SqlPlace;
}

export type ParsedSql = ParsedFile | ({ readonly error: string } & SqlPlace);

/** Takes a file apart with PostgreSQL's own parser (version 18). */
export async function parseSql(text: string): Promise<ParsedSql> {
  const { hasSqlDetails, loadModule, parseSync } = await import("libpg-query");
  await loadModule();
  const place = createPlaceFinder(text);
  if (text.trim() === "") return { statements: [], place };
  try {
    return { statements: takeApart(text, parseSync(text), place), place };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // The position counts characters, the statements of a result are placed by bytes.
    const position = hasSqlDetails(error) ? (error.sqlDetails?.cursorPosition ?? 0) : 0;
    const lines = Array.from(text).slice(0, Math.max(0, position)).join("").split("\n");
    const column = (lines.at(-1) ?? "").length + 1;
    return { error: error.message, line: lines.length, column };
  }
}

function takeApart(
  text: string,
  result: ParseResult,
  place: ParsedFile["place"],
): readonly ParsedStatement[] {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder();
  return (result.stmts ?? []).flatMap(
    ({ stmt, stmt_location: start = 0, stmt_len: length = 0 }) => {
      if (stmt === undefined) return [];
      const end = length === 0 ? bytes.length : start + length;
      const whole = decoder.decode(bytes.subarray(start, end));
      const lead = leadLength(whole);
      const own = whole.slice(lead);
      const leadBytes = new TextEncoder().encode(whole.slice(0, lead)).length;
      const kind = Object.keys(stmt)[0] ?? "";
      return [{ text: own, ...place(start + leadBytes), kind, node: stmt }];
    },
  );
}

/** How many characters of space and comments stand before the first word. */
function leadLength(text: string): number {
  return /^(?:\s|;|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/.exec(text)?.[0].length ?? 0;
}

function createPlaceFinder(text: string): ParsedFile["place"] {
  let index: { readonly bytes: Uint8Array; readonly starts: readonly number[] } | undefined;
  return function place(location) {
    index ??= indexLines(text);
    const { bytes, starts } = index;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= location) low = middle;
      else high = middle - 1;
    }
    const before = bytes.subarray(starts[low] ?? 0, Math.max(0, location));
    return { line: low + 1, column: new TextDecoder().decode(before).length + 1 };
  };
}

/** The offset in bytes at which each line begins. */
function indexLines(text: string): {
  readonly bytes: Uint8Array;
  readonly starts: readonly number[];
} {
  const bytes = new TextEncoder().encode(text);
  const starts = [0];
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) starts.push(at + 1);
  return { bytes, starts };
}
