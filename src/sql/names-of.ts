import type { RelationalModel } from "./relational-model.ts";
import { objectsOf } from "./table-object.ts";

/** The names of all tables and of what belongs to them. */
export function namesOf({ tables }: RelationalModel): readonly string[] {
  return tables.flatMap((table) => [table.name, ...objectsOf(table).map(({ part }) => part.name)]);
}
