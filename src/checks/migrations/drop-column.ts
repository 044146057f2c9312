import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { alterations } from "./support/alterations.ts";

export const dropColumn = declareDiagnostic<{ readonly column: string; readonly table: string }>({
  code: "migrations/drop-column",
  severity: "error",
  message: ({ column, table }) =>
    `dropping ${column} of ${table} loses its data for good, and breaks code that still names it`,
  fix: ({ column }) =>
    `release code that no longer uses ${column} first, keep its data elsewhere where it matters, and say so in a suppression`,
});

export const dropColumnRule: MigrationRule = {
  direction: "up",
  check(step) {
    return alterations(step).flatMap(({ table, command: { subtype, name = "" } }) =>
      subtype === "AT_DropColumn" ? [hazard(dropColumn, { column: name, table })] : [],
    );
  },
};
