import { pairsOf } from "../pairs-of.ts";
import type { TableObject } from "../table-object.ts";
import { columnsOf } from "../table-object.ts";
import type { ColumnMove } from "./column-move.ts";
import type { TableStates } from "./table-states.ts";

/** What becomes of each column of a table, by its id. */
export type Moves = ReadonlyMap<string, ColumnMove>;

/** Whether a column that the object is about goes that way. */
export function hasWay(object: TableObject, moves: Moves, way: ColumnMove["way"]): boolean {
  const where = object.kind === "index" ? object.part.where?.column : undefined;
  const columns = [...columnsOf(object), ...(where === undefined ? [] : [where])];
  return columns.some((column) => moves.get(column)?.way === way);
}

export function isOnCopy(object: TableObject, moves: Moves): boolean {
  return hasWay(object, moves, "swap") || hasWay(object, moves, "mirror");
}

export function movesById({ moves }: TableStates): Moves {
  return new Map(
    moves.map((move) => [move.way === "drop" ? move.before.id : move.after.id, move] as const),
  );
}

/** Whether the foreign key compares with a column whose type changes where it stands. */
export function leadsToChanging(
  object: Extract<TableObject, { kind: "foreign-key" }>,
  changing: ReadonlySet<string>,
): boolean {
  return pairsOf(object.part).some(({ targetColumn }) =>
    changing.has(`${object.part.table}/${targetColumn}`),
  );
}
