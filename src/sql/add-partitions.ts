import type { Dialect } from "./dialects/dialect.ts";
import type { MigrationOperation } from "./migration-operation.ts";
import type { Table } from "./relational-model.ts";
import { statement } from "./sql-line.ts";

/** The partitions for values that a list has at its end and had not before. */
export function addPartitions(
  dialect: Dialect,
  before: Table,
  after: Table,
): readonly MigrationOperation[] {
  const { subject, partition } = after;
  const [was, is] = [before.partition?.values ?? [], partition?.values ?? []];
  if (partition === undefined || is.length <= was.length) return [];
  const made = dialect.features.firstPartitions(after, partition).slice(was.length, is.length);
  const names = made.map((text) => /^CREATE TABLE (\S+)/.exec(text)?.[1] ?? "");
  return [
    {
      title: "add partition",
      table: after.name,
      subject,
      up: made.map((text) => statement(subject, `${text};`)),
      down: names.map((name) => statement(subject, `DROP TABLE ${name};`)),
      upNote: "looks through the rows of the default partition",
      downNote: "the rows of the partition are lost",
    },
  ];
}
