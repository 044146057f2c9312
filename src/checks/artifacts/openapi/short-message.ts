/** The words of an engine as one bounded line: it may quote anything from the document. */
export function shortMessage(message: string): string {
  const line = message.replace(/\s+/g, " ").trim();
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
