import type { MigrationOperation } from "./migration-operation.ts";

/** The way back of `makeTable` as a step forward. */
export function removeTable(made: MigrationOperation): MigrationOperation {
  return {
    title: "drop table",
    table: made.table,
    subject: made.subject,
    up: made.down,
    down: made.up,
    upNote: "all rows of the table are lost",
    downNote: "the rows do not come back: restore them from a backup",
  };
}
