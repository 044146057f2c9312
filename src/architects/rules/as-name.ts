/** The text cut to the length of a name, at a word. */
export function asName(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= 110) return line;
  return `${line.slice(0, 110).replace(/\s+\S*$/, "")} …`;
}
