import type { AlterTableCmd, ColumnDef, Constraint } from "libpg-query";
import type { MigrationStep } from "../../migration-rule.ts";

/** One action of an ALTER TABLE on a table that was there before this change. */
export interface Alteration {
  readonly table: string;
  readonly command: AlterTableCmd;
  readonly column?: ColumnDef;
  readonly constraint?: Constraint;
}

export function alterations({ statement: { node }, known }: MigrationStep): readonly Alteration[] {
  if (!("AlterTableStmt" in node) || node.AlterTableStmt.objtype !== "OBJECT_TABLE") return [];
  const table = known.nameOf(node.AlterTableStmt.relation);
  if (known.isNew(table)) return [];
  return (node.AlterTableStmt.cmds ?? []).flatMap((wrapped) => {
    if (!("AlterTableCmd" in wrapped)) return [];
    const { AlterTableCmd: command } = wrapped;
    const { def } = command;
    return [
      {
        table,
        command,
        ...(def !== undefined && "ColumnDef" in def ? { column: def.ColumnDef } : {}),
        ...(def !== undefined && "Constraint" in def ? { constraint: def.Constraint } : {}),
      },
    ];
  });
}
