const WIDTH = 70;

/** The beginning of a statement, on one line. */
export function summariseStatement(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line;
}
