import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isDeepEqual } from "../util/is-deep-equal.ts";
import { findRepartitioned } from "./find-repartitioned.ts";
import { matchTables } from "./match-tables.ts";
import type { RelationalModel, Table } from "./relational-model.ts";

export const partitionChange = declareDiagnostic<{
  readonly table: string;
  readonly reason: string;
}>({
  code: "migrations/partition-change",
  severity: "error",
  message: ({ table, reason }) =>
    `rows of ${table} cannot be carried over to other partitions while ${reason}`,
  fix: "make it two changes: take the partitioning away or change it, generate, and change the field after that",
});

/** Changes of a partitioned table that take two steps, each with a release between. */
export function findPartitionChanges(
  last: RelationalModel | undefined,
  model: RelationalModel,
): readonly Diagnostic[] {
  if (last === undefined) return [];
  const moved = new Set(findRepartitioned(last, model).map(({ after }) => after.id));
  return matchTables(last.tables, model.tables).kept.flatMap(({ before, after }) => {
    const reason = findReason(before, after, moved.has(after.id));
    return reason === undefined
      ? []
      : [partitionChange(after.subject, { table: before.name, reason })];
  });
}

function findReason(before: Table, after: Table, isMoved: boolean): string | undefined {
  const typeOf = (table: Table, id: string) => table.columns.find((own) => own.id === id)?.type;
  const { partition } = before;
  const nameOf = (id: string): string =>
    before.columns.find((column) => column.id === id)?.name ?? id;
  if (partition !== undefined) {
    const [was, is] = [typeOf(before, partition.column), typeOf(after, partition.column)];
    if (is !== undefined && !isDeepEqual(was, is)) {
      return `${nameOf(partition.column)}, by which they are spread, changes its type`;
    }
  }
  if (!isMoved) return undefined;
  if (before.primaryKey === undefined || after.primaryKey === undefined) {
    return "the table has no primary key to know them by";
  }
  const needed = [
    ...before.primaryKey.columns,
    ...(partition === undefined ? [] : [partition.column]),
  ];
  const gone = needed.find((id) => typeOf(after, id) === undefined);
  return gone === undefined
    ? undefined
    : `${nameOf(gone)}, by which they are known or spread, goes`;
}
