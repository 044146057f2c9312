import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isDeepEqual } from "../util/is-deep-equal.ts";
import { matchTables } from "./match-tables.ts";
import type { Partition, RelationalModel } from "./relational-model.ts";

export const partitionChange = declareDiagnostic<{
  readonly table: string;
  readonly from: string;
  readonly to: string;
}>({
  code: "migrations/partition-change",
  severity: "error",
  message: ({ table, from, to }) =>
    `${table} is ${from} in the committed migrations, and the Design now says ${to}: no statement turns one into the other with the rows in it`,
  fix: ({ table }) =>
    `take the change back; or add an entity with another id and name that is partitioned as wanted, carry the rows of ${table} over, and take the old entity away in a later change`,
});

/** Tables whose partitioning is another one: no engine changes it in place. */
export function findPartitionChanges(
  last: RelationalModel | undefined,
  model: RelationalModel,
): readonly Diagnostic[] {
  return matchTables(last?.tables ?? [], model.tables).kept.flatMap(({ before, after }) => {
    if (isKept(before.partition, after.partition)) return [];
    const [from, to] = [describe(before.partition), describe(after.partition)];
    return [partitionChange(after.subject, { table: before.name, from, to })];
  });
}

/** Partitions for more values are made beside the others; they are numbered, so none may go. */
function isKept(before: Partition | undefined, after: Partition | undefined): boolean {
  if (before?.values === undefined || after?.values === undefined) {
    return isDeepEqual(before, after);
  }
  const values = after.values.slice(0, before.values.length);
  return isDeepEqual(before, { ...after, values });
}

function describe(partition: Partition | undefined): string {
  if (partition === undefined) return "one table";
  const { method, column, parts, interval, values } = partition;
  const detail = [
    ...(parts === undefined ? [] : [`${parts} parts`]),
    ...(interval === undefined ? [] : [`each a ${interval}`]),
    ...(values === undefined ? [] : [values.join(", ")]),
  ];
  const said = detail.length === 0 ? "" : ` (${detail.join(", ")})`;
  return `partitioned by ${method} of ${column}${said}`;
}
