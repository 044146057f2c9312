import { toPointer } from "../../../util/json-pointer.ts";

/** Something in a document that names another one. */
export interface ExternalReference {
  readonly pointer: string;
  readonly target: string;
}

const REFERENCE_KEYS = new Set([
  "$ref",
  "$dynamicRef",
  "$recursiveRef",
  "operationRef",
  "externalValue",
]);

/** Every reference that leaves the document, even in data: engines do not tell the two apart. */
export function externalReferences(root: unknown): readonly ExternalReference[] {
  const found: ExternalReference[] = [];
  collect(root, [], found);
  return found;
}

function collect(
  value: unknown,
  tokens: readonly (string | number)[],
  found: ExternalReference[],
): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const inside = [...tokens, key];
    const isReference =
      (REFERENCE_KEYS.has(key) && typeof item === "string" && !item.startsWith("#")) ||
      (isInMapping(tokens) && typeof item === "string" && /^(?!#).*[/:]/.test(item));
    if (isReference) found.push({ pointer: toPointer(inside), target: item });
    else collect(item, inside, found);
  }
}

/** Values of a discriminator's mapping are names or references. */
function isInMapping(tokens: readonly (string | number)[]): boolean {
  return tokens.at(-1) === "mapping" && tokens.at(-2) === "discriminator";
}
