/** A statement without its semicolon, and the line of the text where it begins, from 1. */
export interface ClickhouseStatement {
  readonly text: string;
  readonly line: number;
}

const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)|`(?:[^`\\]|\\[\s\S])*(?:`|$)|"(?:[^"\\]|\\[\s\S])*(?:"|$)|;|[^;'"`/-]+|[\s\S]/g;

/** Splits a script at its semicolons, not at those in texts, names and comments. */
export function splitClickhouse(script: string): readonly ClickhouseStatement[] {
  const statements: ClickhouseStatement[] = [];
  let text = "";
  let begins: number | undefined;
  let line = 1;
  function end(): void {
    if (text.trim() !== "") statements.push({ text: text.trimEnd(), line: begins ?? line });
    text = "";
    begins = undefined;
  }
  for (const [token] of script.matchAll(TOKEN)) {
    const isComment = token.startsWith("--") || token.startsWith("/*");
    if (token === ";") end();
    else if (begins !== undefined) text += token;
    else if (!isComment && token.trim() !== "") {
      const lead = /^\s*/.exec(token)?.[0] ?? "";
      begins = line + lines(lead);
      text = token.slice(lead.length);
    }
    line += lines(token);
  }
  end();
  return statements;
}

function lines(text: string): number {
  return text.split("\n").length - 1;
}
