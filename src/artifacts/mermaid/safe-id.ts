/**
 * An identifier that no Mermaid grammar reads as a word of its own: the prefix keeps clear of
 * every keyword, and only letters, digits and `_` follow. Two different kebab-case ids never
 * give the same identifier.
 */
export function safeId(prefix: string, id: string): string {
  const body = id.replace(/[^A-Za-z0-9]/gu, (character) =>
    character === "-" ? "_" : `_u${(character.codePointAt(0) ?? 0).toString(16)}_`,
  );
  return `${prefix}_${body}`;
}
