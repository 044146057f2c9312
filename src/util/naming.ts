/** The words of a name: split at separators, case changes and digits' edges; lower case. */
export function wordsOf(name: string): readonly string[] {
  return (
    (
      name
        .normalize("NFKD")
        .replace(/\p{M}+/gu, "")
        .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
        // `HTTPServer` is two words, but the `s` of `URLs` is an acronym's plural.
        .replace(/(\p{Lu})(?!\p{Lu}s(?!\p{Ll}))(\p{Lu}\p{Ll})/gu, "$1 $2")
        .match(/[A-Za-z0-9]+/g) ?? []
    ).map((word) => word.toLowerCase())
  );
}

/** `Order line` → `order-line`: the form of an id (letter first, at most `max` characters). */
export function toKebab(name: string, max = 64): string {
  const kebab = wordsOf(name).join("-").slice(0, max).replace(/-+$/, "");
  return /^[a-z]/.test(kebab) ? kebab : `x-${kebab}`.slice(0, max).replace(/-+$/, "");
}

/** `Order line` → `order_line`: the form of an SQL identifier before quoting. */
export function toSnake(name: string): string {
  return toKebab(name).replaceAll("-", "_");
}

/** `Order line` → `orderLine`: the form of a JSON property. */
export function toCamel(name: string): string {
  const pascal = toPascal(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

/** `Order line` → `OrderLine`: the form of a schema or type name. */
export function toPascal(name: string): string {
  return toKebab(name)
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** `order-line` → `Order line`: a readable title from an id. */
export function toTitle(id: string): string {
  const text = wordsOf(id).join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The first of `base`, `base-2`, `base-3`, … that is not taken; the caller records it. */
export function uniqueName(
  base: string,
  taken: { has(name: string): boolean },
  separator = "-",
): string {
  let name = base;
  for (let suffix = 2; taken.has(name); suffix++) name = `${base}${separator}${suffix}`;
  return name;
}
