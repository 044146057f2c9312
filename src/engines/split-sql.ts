/** One statement of a file, without the comments before it. */
export interface SqlPart {
  readonly text: string;
  /** Line of its first word, from 1. */
  readonly line: number;
}

export interface SplitOptions {
  /** Whether a backslash in a text escapes what follows (MySQL). */
  readonly backslash: boolean;
}

/** Comments, quoted texts and names, and single characters. */
const TOKENS = {
  true: /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\[\s\S]|'')*'|"(?:[^"\\]|\\[\s\S]|"")*"|`(?:[^`]|``)*`|[\s\S]/g,
  false: /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|[\s\S]/g,
} as const;

/**
 * Takes a file apart at its semicolons, for engines whose parser takes one statement at a time.
 * What stands between BEGIN and END of a trigger is one statement.
 */
export function splitSql(text: string, { backslash }: SplitOptions): readonly SqlPart[] {
  const parts: SqlPart[] = [];
  let current = "";
  let start = 1;
  let line = 1;
  for (const [token] of text.matchAll(TOKENS[`${backslash}`])) {
    const isComment = token.startsWith("--") || token.startsWith("/*");
    const ends = token === ";" && !isInsideTrigger(current);
    if (!ends && current === "" && (isComment || /^\s$/.test(token))) {
      line += countBreaks(token);
      continue;
    }
    if (current === "") start = line;
    if (ends) {
      if (current !== "") parts.push({ text: current.trimEnd(), line: start });
      current = "";
    } else current += token;
    line += countBreaks(token);
  }
  if (current.trim() !== "") parts.push({ text: current.trimEnd(), line: start });
  return parts;
}

function isInsideTrigger(text: string): boolean {
  return /^CREATE TRIGGER\b[\s\S]*\bBEGIN\b/i.test(text) && !/\bEND$/i.test(text);
}

function countBreaks(text: string): number {
  return text.split("\n").length - 1;
}
