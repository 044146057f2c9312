import { toSnake } from "../../util/naming.ts";

/** Not allowed as the name of an enum value (GraphQL October 2021 §2.9.6). */
const FORBIDDEN = new Set(["TRUE", "FALSE", "NULL"]);

/** `in transit` → `IN_TRANSIT`, each with its own name; upper case is never `true` or `null`. */
export function enumValueNames(values: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>(FORBIDDEN);
  for (const value of new Set(values)) {
    const base = toSnake(value).toUpperCase();
    let name = taken.has(base) ? `${base}_VALUE` : base;
    for (let suffix = 2; taken.has(name); suffix++) name = `${base}_${suffix}`;
    taken.add(name);
    names.set(value, name);
  }
  return names;
}
