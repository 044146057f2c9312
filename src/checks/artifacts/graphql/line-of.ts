/**
 * The line that a message is about, by the names that it quotes (`Order.total`, "Order"): engines
 * say names where they have no place. A definition first, then a mention, then the first line.
 */
export function lineOf(text: string, message: string): number {
  const lines = text.split("\n");
  for (const [, quoted = ""] of message.matchAll(/["“]([_A-Za-z][\w.]*)/g)) {
    const [type = "", field] = quoted.split(".");
    const start = lines.findIndex((line) =>
      new RegExp(`^(?:type|input|enum|union|scalar|interface) ${type}\\b`).test(line),
    );
    if (start < 0) continue;
    const end = lines.findIndex((line, index) => index > start && line === "}");
    const inside = lines
      .slice(start, end < 0 ? undefined : end)
      .findIndex((line) => field !== undefined && new RegExp(`^  ${field}\\b`).test(line));
    return start + Math.max(inside, 0) + 1;
  }
  const [, word = ""] = /["“]([_A-Za-z]\w*)/.exec(message) ?? [];
  const mention = lines.findIndex((line) => new RegExp(`\\b${word}\\b`).test(line));
  return word === "" || mention < 0 ? 1 : mention + 1;
}
