import { isDeepEqual } from "../util/is-deep-equal.ts";
import { matchTables } from "./match-tables.ts";
import type { Partition, RelationalModel, Table } from "./relational-model.ts";

/** Tables whose rows are spread in another way: no engine does that with the rows where they are. */
export function findRepartitioned(
  before: RelationalModel,
  after: RelationalModel,
): readonly { readonly before: Table; readonly after: Table }[] {
  return matchTables(before.tables, after.tables).kept.filter(
    (pair) => !isKept(pair.before.partition, pair.after.partition),
  );
}

/** Partitions for more values are made beside the others; they are numbered, so none may go. */
function isKept(before: Partition | undefined, after: Partition | undefined): boolean {
  if (before?.values === undefined || after?.values === undefined) {
    return isDeepEqual(before, after);
  }
  const values = after.values.slice(0, before.values.length);
  return isDeepEqual(before, { ...after, values });
}
