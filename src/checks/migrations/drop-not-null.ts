import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { alterations } from "./support/alterations.ts";

export const dropNotNull = declareDiagnostic<{ readonly column: string; readonly table: string }>({
  code: "migrations/drop-not-null",
  severity: "warning",
  message: ({ column, table }) =>
    `readers of ${table} that never met a missing ${column} will meet one`,
  fix: ({ column }) =>
    `first release code that copes with NULL in ${column}, then drop NOT NULL; say so in a suppression`,
});

export const dropNotNullRule: MigrationRule = {
  direction: "up",
  check(step) {
    return alterations(step).flatMap(({ table, command: { subtype, name = "" } }) =>
      subtype === "AT_DropNotNull" ? [hazard(dropNotNull, { column: name, table })] : [],
    );
  },
};
