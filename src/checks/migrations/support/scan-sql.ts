import type { SqlPlace } from "../../../engines/parse-sql.ts";

/** A comment or identifier, as it stands in the text. */
export interface SqlToken extends SqlPlace {
  readonly kind: "comment" | "identifier";
  /** Without the marks of a comment; the name that quotes stand for. */
  readonly text: string;
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
}

const FORMS = [
  /--[^\n]*/y,
  /\/\*/y,
  /[eE]'(?:[^'\\]|\\[\s\S]|'')*'/y,
  /'(?:[^']|'')*'/y,
  /\$([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y,
  /"(?:[^"]|"")*"/y,
  /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y,
  /\d[\w.]*/y,
] as const;

/**
 * Comments and identifiers of a text that PostgreSQL's parser took (manual, chapter 4.1); those in
 * strings and in bodies of functions are none.
 */
export function scanSql(text: string): readonly SqlToken[] {
  const tokens: SqlToken[] = [];
  let at = 0;
  let line = 1;
  let lineStart = 0;
  function add(kind: SqlToken["kind"], own: string, end: number): void {
    tokens.push({ kind, text: own, line, column: at - lineStart + 1, start: at, end });
  }
  while (at < text.length) {
    const [form, match] = matchAt(text, at);
    let end = at + (match?.[0].length ?? 1);
    if (form === 0) add("comment", text.slice(at + 2, end).trim(), end);
    if (form === 1) {
      end = endOfBlock(text, at);
      add("comment", text.slice(at + 2, end - 2).trim(), end);
    }
    if (form === 4) {
      const close = text.indexOf(match?.[0] ?? "$$", end);
      end = close < 0 ? text.length : close + (match?.[0].length ?? 2);
    }
    if (form === 5) add("identifier", text.slice(at + 1, end - 1).replaceAll('""', '"'), end);
    if (form === 6) add("identifier", text.slice(at, end), end);
    for (let next = text.indexOf("\n", at); next >= 0 && next < end;) {
      line++;
      lineStart = next + 1;
      next = text.indexOf("\n", lineStart);
    }
    at = end;
  }
  return tokens;
}

function matchAt(text: string, at: number): readonly [number, RegExpExecArray | undefined] {
  for (const [index, form] of FORMS.entries()) {
    form.lastIndex = at;
    const match = form.exec(text);
    if (match !== null) return [index, match];
  }
  return [-1, undefined];
}

/** Block comments nest. */
function endOfBlock(text: string, start: number): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = start;
  let depth = 0;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    depth += found[0] === "/*" ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return text.length;
}
