import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Node } from "libpg-query";
import type { MigrationRule } from "../migration-rule.ts";
import { hazard } from "../migration-rule.ts";
import { alterations } from "./support/alterations.ts";
import { stringsOf } from "./support/nodes.ts";
import { describeType, keepsRows, sqlType } from "./support/sql-type.ts";

export const columnTypeChange = declareDiagnostic<{
  readonly column: string;
  readonly table: string;
  readonly from: string | undefined;
  readonly to: string;
}>({
  code: "migrations/column-type-change",
  severity: "error",
  message: ({ column, table, from, to }) =>
    `${from === undefined ? `the new type ${to} of ${column} rewrites ${table} where it is not stored like the one before` : `from ${from} to ${to}, ${column} has to be written anew in every row of ${table}`}, while even readers wait (ACCESS EXCLUSIVE lock)`,
  fix: ({ column, to }) =>
    `add a second column of the type ${to}, write both, fill it in batches, read the new one, then drop ${column}`,
});

export const columnTypeChangeRule: MigrationRule = {
  check(step) {
    return alterations(step).flatMap(({ table, command, column }) => {
      const { subtype, name = "" } = command;
      const to = sqlType(column?.typeName);
      if (subtype !== "AT_AlterColumnType" || column === undefined || to === undefined) return [];
      const from = step.known.table(table)?.columns.get(name)?.type;
      const isPlain = column.raw_default === undefined || isCastOf(column.raw_default, name);
      if (isPlain && from !== undefined && keepsRows(from, to)) return [];
      const args = {
        column: name,
        table,
        from: from === undefined ? undefined : describeType(from),
        to: describeType(to),
      };
      return [hazard(columnTypeChange, args, { effect: { kind: "rewrite", table } })];
    });
  },
};

/** `column`, or `column::type`: what the engine would do without USING. */
function isCastOf(value: Node, column: string): boolean {
  if ("TypeCast" in value)
    return value.TypeCast.arg !== undefined && isCastOf(value.TypeCast.arg, column);
  return "ColumnRef" in value && stringsOf(value.ColumnRef.fields).at(-1) === column;
}
