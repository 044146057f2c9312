import type { Entity } from "../design/design.ts";
import type { Partition, Table } from "./relational-model.ts";

/** Parts of a hash where the Design gives no number. */
const PARTS = 4;

/**
 * How the table is spread over partitions. Uniqueness is enforced inside a partition only, so an
 * engine refuses a key without the partition's column: such a table stays whole, and
 * `design/partition-outside-key` says why.
 */
export function partitionOf({ partitioning, fields }: Entity, table: Table): Partition | undefined {
  const field = fields.find(({ id }) => id === partitioning?.field);
  if (partitioning === undefined || field === undefined) return undefined;
  const { method, interval = "month", parts = PARTS } = partitioning;
  const keys = [
    ...(table.primaryKey === undefined ? [] : [table.primaryKey]),
    ...table.uniqueKeys,
    ...table.indexes.filter(({ unique }) => unique),
  ];
  if (keys.some(({ columns }) => !columns.includes(field.id))) return undefined;
  if (field.generated !== undefined) return undefined;
  const column = field.id;
  switch (method) {
    case "range":
      return field.type === "timestamp" || field.type === "date"
        ? { method, column, interval }
        : undefined;
    case "hash":
      return { method, column, parts };
    case "list":
      return { method, column, values: [...new Set(field.enumValues ?? [])] };
    default:
      return method satisfies never;
  }
}
