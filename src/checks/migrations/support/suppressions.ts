import type { ParsedStatement, SqlPlace } from "../../../engines/parse-sql.ts";
import type { SqlToken } from "./scan-sql.ts";

/** A comment that asks not to report some codes. */
export interface Suppression extends SqlPlace {
  /** As written: with or without `migrations/`. */
  readonly codes: readonly string[];
  readonly reason: string;
  /** The statement it is about; all of them where there is none. */
  readonly statement?: number;
}

const FORM = /^groundplan-ignore(-file)?\b[ \t]*([^:]*)(?::([\s\S]*))?$/;

/** The comments of this form; each is about the statement that it stands in, beside or above. */
export function readSuppressions(
  text: string,
  tokens: readonly SqlToken[],
  statements: readonly ParsedStatement[],
): readonly Suppression[] {
  const comments = tokens.filter((token) => token.kind === "comment" && FORM.test(token.text));
  if (comments.length === 0) return [];
  const extents = extentsOf(text, statements);
  return comments.map(({ text: comment, line, column, start }) => {
    const [, isOfFile, codes = "", reason = ""] = FORM.exec(comment) ?? [];
    const base = {
      line,
      column,
      codes: codes.split(/[\s,]+/).filter((code) => code !== ""),
      reason: reason.trim(),
    };
    if (isOfFile !== undefined) return base;
    return { ...base, statement: statementAt(text, extents, start) };
  });
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

function extentsOf(text: string, statements: readonly ParsedStatement[]): readonly Extent[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return statements.map(({ line, column, text: own }) => {
    const start = (starts[line - 1] ?? 0) + column - 1;
    return { start, end: start + own.length };
  });
}

/** -1 where no statement follows. */
function statementAt(text: string, extents: readonly Extent[], at: number): number {
  const next = extents.findIndex(({ end }) => end > at);
  const previous = next < 0 ? extents.length - 1 : next - 1;
  const isInside = next >= 0 && (extents[next]?.start ?? 0) <= at;
  const { end } = extents[previous] ?? {};
  const isBeside = end !== undefined && !text.slice(end, at).includes("\n");
  return isBeside && !isInside ? previous : next;
}
