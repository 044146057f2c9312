import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { addedColumns } from "./support/added-columns.ts";
import { alterations } from "./support/alterations.ts";

export const storedGeneratedColumn = declareDiagnostic<{
  readonly column: string;
  readonly table: string;
}>({
  code: "migrations/stored-generated-column",
  severity: "error",
  message: ({ column, table }) =>
    `the stored generated column ${column} rewrites all of ${table} while even readers wait (ACCESS EXCLUSIVE lock)`,
  fix: "add a plain column, keep it up to date with a trigger and fill it in batches, or compute it in a view or an index",
});

export const storedGeneratedColumnRule: MigrationRule = {
  check(step) {
    const added = addedColumns(step).flatMap(({ table, name, constraints, location }) => {
      const generated = constraints.find(({ contype }) => contype === "CONSTR_GENERATED");
      if (generated === undefined || generated.generated_kind === "v") return [];
      const at = location === undefined ? {} : { location };
      const effect = { kind: "rewrite", table } as const;
      return [hazard(storedGeneratedColumn, { column: name, table }, { ...at, effect })];
    });
    const changed = alterations(step).flatMap(({ table, command: { subtype, name = "" } }) =>
      subtype === "AT_SetExpression"
        ? [
            hazard(
              storedGeneratedColumn,
              { column: name, table },
              { effect: { kind: "rewrite", table } },
            ),
          ]
        : [],
    );
    return [...added, ...changed];
  },
};
