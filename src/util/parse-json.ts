/** A JSON value, or why and in which line (from 1) a text is none. */
export type ParsedJson =
  | { readonly value: unknown; readonly reason?: undefined }
  | { readonly reason: string; readonly line: number };

/** Reads JSON. The engine names the position of some errors only, so it is looked for here. */
export function parseJson(text: string): ParsedJson {
  const reason = errorOf(text);
  if (reason === undefined) return { value: JSON.parse(text) as unknown };
  const before = text.slice(0, Math.max(firstBadLength(text) - 1, 0));
  return { reason: withoutPosition(reason), line: before.split("\n").length };
}

/** The length of the shortest beginning of the text that no continuation makes right. */
function firstBadLength(text: string): number {
  let low = 0;
  let high = text.length + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isHopeless(text.slice(0, middle))) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isHopeless(beginning: string): boolean {
  const reason = errorOf(beginning);
  if (reason === undefined || /^(?:Unexpected end|Unterminated)/.test(reason)) return false;
  const position = /at position (\d+)/.exec(reason)?.[1];
  return position === undefined || Number(position) < beginning.length;
}

function errorOf(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Without the position and the excerpt of the text: the line is told, an excerpt may hold secrets. */
function withoutPosition(reason: string): string {
  return reason
    .replace(/(?: in JSON| after JSON)? at position[\s\S]*$/, "")
    .replace("token '\n'", "end of the line")
    .replace(/, [."][\s\S]*$/, "");
}
