import { assertNever } from "../util/assert-never.ts";
import { columnName } from "./check-expression.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { pairsOf } from "./pairs-of.ts";
import type { ForeignKey, Table } from "./relational-model.ts";

/** `SET NULL` takes away what may be missing: the tenant of a row stays. */
export function deleteAction(dialect: Dialect, table: Table, key: ForeignKey): string {
  const { onDelete } = key;
  switch (onDelete) {
    case "cascade":
      return "CASCADE";
    case "restrict":
      return "RESTRICT";
    case "set-null": {
      const columns = pairsOf(key).map(({ column }) => column);
      const free = columns.filter((id) => table.columns.find((own) => own.id === id)?.nullable);
      if (free.length === columns.length) return "SET NULL";
      return dialect.features.setNull(free.map((id) => dialect.identifier(columnName(table, id))));
    }
    default:
      return assertNever(onDelete);
  }
}
