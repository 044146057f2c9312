import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { droppedObjects } from "./support/dropped-objects.ts";

export const dropTable = declareDiagnostic<{ readonly table: string }>({
  code: "migrations/drop-table",
  severity: "error",
  message: ({ table }) =>
    `dropping ${table} loses its rows for good, and breaks code that still names it`,
  fix: ({ table }) =>
    `release code that no longer uses ${table} first, keep its rows elsewhere where they matter, and say so in a suppression`,
});

export const dropTableRule: MigrationRule = {
  direction: "up",
  check(step) {
    return [
      ...droppedObjects(step, "OBJECT_TABLE"),
      ...droppedObjects(step, "OBJECT_MATVIEW"),
    ].flatMap((table) => (step.known.isNew(table) ? [] : [hazard(dropTable, { table })]));
  },
};
