import type { ParseResult } from "libpg-query";

/** One statement of a file, without the comments before it. */
export interface ParsedStatement {
  readonly text: string;
  /** Line of its first word, from 1. */
  readonly line: number;
  /** `CreateStmt`, `IndexStmt`, …: PostgreSQL's name for what it is. */
  readonly kind: string;
}

export type ParsedSql =
  | { readonly statements: readonly ParsedStatement[] }
  | { readonly error: string; readonly line: number };

/** Takes a file apart with PostgreSQL's own parser (version 18). */
export async function parseSql(text: string): Promise<ParsedSql> {
  const { hasSqlDetails, loadModule, parseSync } = await import("libpg-query");
  await loadModule();
  if (text.trim() === "") return { statements: [] };
  try {
    return { statements: takeApart(text, parseSync(text)) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // The position counts characters, the statements of a result are placed by bytes.
    const position = hasSqlDetails(error) ? (error.sqlDetails?.cursorPosition ?? 0) : 0;
    const before = Array.from(text).slice(0, Math.max(0, position)).join("");
    return { error: error.message, line: countLines(before) };
  }
}

function takeApart(text: string, result: ParseResult): readonly ParsedStatement[] {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder();
  let line = 1;
  let place = 0;
  return (result.stmts ?? []).map(({ stmt, stmt_location: start = 0, stmt_len: length = 0 }) => {
    const end = length === 0 ? bytes.length : start + length;
    const whole = decoder.decode(bytes.subarray(start, end));
    const own = whole.slice(leadLength(whole));
    const lead = decoder.decode(bytes.subarray(place, start)) + whole.slice(0, leadLength(whole));
    line += countLines(lead) - 1;
    const found = { text: own, line, kind: Object.keys(stmt ?? {})[0] ?? "" };
    line += countLines(own) - 1;
    place = end;
    return found;
  });
}

/** How many characters of space and comments stand before the first word. */
function leadLength(text: string): number {
  return /^(?:\s|;|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/.exec(text)?.[0].length ?? 0;
}

function countLines(text: string): number {
  return text.split("\n").length;
}
