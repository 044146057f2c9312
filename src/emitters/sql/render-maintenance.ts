import { columnName } from "../../sql/check-expression.ts";
import type { MaintenanceJob } from "../../sql/maintenance-jobs.ts";
import type { SqlLine } from "../../sql/sql-line.ts";
import { statement } from "../../sql/sql-line.ts";

/** A job: a comment with what a tool needs, and its statements. */
export function renderMaintenance({
  id,
  title,
  subject,
  table,
  keeps,
  clears,
  statements,
}: MaintenanceJob): readonly SqlLine[] {
  const kept =
    keeps === undefined
      ? ""
      : `   keeps: ${keeps.days} days   by: ${columnName(table, keeps.column)}`;
  const cleared =
    clears === undefined
      ? ""
      : `   clears: ${clears.map((column) => columnName(table, column)).join(",")}`;
  const head = [
    `-- job: ${id}   table: ${table.name}${kept}${cleared}`,
    `-- on: ${subject}`,
    `-- does: ${title}`,
  ];
  return [
    { text: "", subject },
    ...statement(subject, [...head, ...statements.map((text) => `${text};`)].join("\n")),
  ];
}
