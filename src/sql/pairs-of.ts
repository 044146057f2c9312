import type { ForeignKey } from "./relational-model.ts";

/** The columns of a foreign key, each with the one of the target that it is compared with. */
export function pairsOf({
  column,
  targetColumn,
  more = [],
}: ForeignKey): readonly { readonly column: string; readonly targetColumn: string }[] {
  return [{ column, targetColumn }, ...more];
}
