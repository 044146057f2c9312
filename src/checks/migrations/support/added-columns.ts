import type { ColumnDef, Constraint } from "libpg-query";
import type { MigrationStep } from "../../migration-rule.ts";
import { alterations } from "./alterations.ts";
import { describeType, sqlType } from "./sql-type.ts";

/** A column that comes to a table with rows. */
export interface AddedColumn {
  readonly table: string;
  readonly name: string;
  /** As people write it. */
  readonly type: string;
  readonly definition: ColumnDef;
  readonly constraints: readonly Constraint[];
  readonly location?: number;
}

export function addedColumns(step: MigrationStep): readonly AddedColumn[] {
  return alterations(step).flatMap(({ table, command, column }) => {
    if (command.subtype !== "AT_AddColumn" || column === undefined) return [];
    const constraints = (column.constraints ?? []).flatMap((node) =>
      "Constraint" in node ? [node.Constraint] : [],
    );
    const type = sqlType(column.typeName);
    const { colname: name = "", location } = column;
    return [
      {
        table,
        name,
        type: type === undefined ? "" : describeType(type),
        definition: column,
        constraints,
        ...(location === undefined ? {} : { location }),
      },
    ];
  });
}
