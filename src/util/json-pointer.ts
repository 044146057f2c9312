/** A JSON Pointer (RFC 6901) from its reference tokens. */
export function toPointer(tokens: readonly (string | number)[]): string {
  return tokens.map((token) => `/${escapeToken(String(token))}`).join("");
}

/** The reference tokens of a JSON Pointer; the whole document for `""`. */
export function fromPointer(pointer: string): readonly string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value a pointer names, or `undefined` where the document has none. */
export function atPointer(document: unknown, pointer: string): unknown {
  let value = document;
  for (const token of fromPointer(pointer)) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.hasOwn(value, token) ? (value as Record<string, unknown>)[token] : undefined;
  }
  return value;
}

function escapeToken(token: string): string {
  return token.replaceAll("~", "~0").replaceAll("/", "~1");
}
