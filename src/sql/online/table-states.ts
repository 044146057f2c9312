import type { Table } from "../relational-model.ts";
import type { ColumnMove } from "./column-move.ts";

/**
 * A table that stays, as statements name it: what was there before and what is there afterwards,
 * each with its names before (`early`) and after the switch (`late`).
 */
export interface TableStates {
  readonly id: string;
  readonly moves: readonly ColumnMove[];
  readonly old: { readonly early: Table; readonly late: Table };
  readonly current: { readonly early: Table; readonly late: Table };
}

export function tableStates(
  before: Table,
  after: Table,
  moves: readonly ColumnMove[],
): TableStates {
  const lateOld = new Map<string, string>();
  const earlyCurrent = new Map<string, string>();
  for (const move of moves) {
    switch (move.way) {
      case "add":
        earlyCurrent.set(move.after.id, move.early);
        break;
      case "drop":
        lateOld.set(move.before.id, move.late);
        break;
      case "swap":
      case "mirror":
        earlyCurrent.set(move.after.id, move.early);
        lateOld.set(move.before.id, move.late);
        break;
      case "keep":
      case "widen":
      case "plain":
        earlyCurrent.set(move.after.id, move.before.name);
        lateOld.set(move.before.id, move.after.name);
        break;
      default:
        move satisfies never;
    }
  }
  return {
    id: after.id,
    moves,
    old: { early: before, late: renamed(before, after.name, lateOld) },
    current: { early: renamed(after, before.name, earlyCurrent), late: after },
  };
}

function renamed(table: Table, name: string, columns: ReadonlyMap<string, string>): Table {
  return {
    ...table,
    name,
    columns: table.columns.map((column) => ({
      ...column,
      name: columns.get(column.id) ?? column.name,
    })),
  };
}
