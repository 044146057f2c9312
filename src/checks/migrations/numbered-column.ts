import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { addedColumns } from "./support/added-columns.ts";

export const numberedColumn = declareDiagnostic<{
  readonly column: string;
  readonly table: string;
  readonly type: string;
}>({
  code: "migrations/numbered-column",
  severity: "error",
  message: ({ column, table, type }) =>
    `the ${type} column ${column} numbers every row: adding it rewrites all of ${table} while even readers wait (ACCESS EXCLUSIVE lock)`,
  fix: ({ column }) =>
    `add ${column} as a plain bigint, let a sequence number new rows, number the old ones in batches, and only then make it NOT NULL or unique`,
});

export const numberedColumnRule: MigrationRule = {
  check(step) {
    return addedColumns(step).flatMap(({ table, name, type, constraints, location }) => {
      const isIdentity = constraints.some(({ contype }) => contype === "CONSTR_IDENTITY");
      if (!isIdentity && !SERIAL.test(type)) return [];
      const args = { column: name, table, type: isIdentity ? "identity" : type };
      const at = location === undefined ? {} : { location };
      return [hazard(numberedColumn, args, { ...at, effect: { kind: "rewrite", table } })];
    });
  },
};

const SERIAL = /^(?:big|small)?serial[248]?$/;
