import type { SchemaView } from "./schema-view.ts";

/** The values of an enumeration as JSON texts, null left out: whether it is allowed has its rule. */
export function enumOf(
  { value }: SchemaView,
  keyword: "enum" | "x-extensible-enum",
): ReadonlySet<string> | undefined {
  const values = value[keyword];
  if (!Array.isArray(values)) return undefined;
  return new Set(values.filter((one) => one !== null).map((one) => JSON.stringify(one)));
}
