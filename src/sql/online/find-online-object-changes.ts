import { isDeepEqual } from "../../util/is-deep-equal.ts";
import { matchById } from "../match-by-id.ts";
import type { Table } from "../relational-model.ts";
import type { TableObject } from "../table-object.ts";
import { columnsOf, hasSameDefinition, objectId, objectsOf } from "../table-object.ts";
import type { Moves } from "./has-way.ts";
import { isOnCopy, leadsToChanging, movesById } from "./has-way.ts";
import { leanOn } from "./lean-on.ts";
import type {
  AddedObject,
  KeptObject,
  OnlineObjectChanges,
  RemovedObject,
} from "./online-object-changes.ts";
import { removalStage, replacedStage } from "./removal-stage.ts";
import { additionTime, replacementTime } from "./rule-time.ts";
import type { TableStates } from "./table-states.ts";

/** What becomes of constraints, indexes, policies and triggers of the tables that stay. */
export function findOnlineObjectChanges(
  tables: readonly TableStates[],
  made: readonly TableStates[],
  gone: readonly TableStates[],
): OnlineObjectChanges {
  const added: AddedObject[] = [];
  const removed: RemovedObject[] = [];
  const kept: KeptObject[] = [];
  const changing = changingColumns(tables);
  for (const states of tables) {
    const moves = movesById(states);
    const before = objectsOf(states.old.early);
    const objects = matchById(before, objectsOf(states.current.late), objectId);
    const isChanged = (was: TableObject, is: TableObject): boolean =>
      !hasSameDefinition(was, is) || isRebuilt(states, is, moves, changing, was);
    for (const pair of objects.kept) {
      if (!isChanged(pair.before, pair.after)) {
        kept.push({ states, ...pair });
        continue;
      }
      const time = replacementTime(pair.before, pair.after, moves, changing);
      added.push({ states, object: pair.after, time, isOnCopy: isOnCopy(pair.after, moves) });
      const stage = replacedStage(pair.before, pair.after, time, moves);
      removed.push({ states, object: pair.before, stage });
    }
    for (const object of objects.added) {
      const time = additionTime(object, moves, changing);
      added.push({ states, object, time, isOnCopy: isOnCopy(object, moves) });
    }
    for (const object of objects.removed) {
      removed.push({ states, object, stage: removalStage(object, moves) });
    }
  }
  for (const states of made) {
    for (const object of foreignKeysOf(states.current.late)) {
      const time = leadsToChanging(object, changing) ? "switch" : "expand";
      added.push({ states, object, time, isOnCopy: false });
    }
  }
  for (const states of gone) {
    for (const object of foreignKeysOf(states.old.early)) {
      const stage = leadsToChanging(object, changing) ? "switch" : "contract-drop";
      removed.push({ states, object, stage });
    }
  }
  return leanOn(added, removed, kept);
}

function foreignKeysOf(table: Table): readonly Extract<TableObject, { kind: "foreign-key" }>[] {
  return table.foreignKeys.map((part) => ({ kind: "foreign-key", part }));
}

/** `table/column` of columns whose type changes where they stand, with all their rows. */
function changingColumns(tables: readonly TableStates[]): ReadonlySet<string> {
  return new Set(
    tables.flatMap(({ id, moves }) =>
      moves.flatMap((move) =>
        move.way === "plain" && !isDeepEqual(move.before.type, move.after.type)
          ? [`${id}/${move.after.id}`]
          : [],
      ),
    ),
  );
}

function isRebuilt(
  { id, old, current }: TableStates,
  object: TableObject,
  moves: Moves,
  changing: ReadonlySet<string>,
  was: TableObject,
): boolean {
  const columns = columnsOf(object);
  if (isOnCopy(object, moves)) return true;
  const isChanging = columns.some((column) => changing.has(`${id}/${column}`));
  switch (object.kind) {
    case "check":
      return isChanging || columns.some((column) => moves.get(column)?.way === "widen");
    case "foreign-key":
      return isChanging || leadsToChanging(object, changing);
    case "index":
      return (
        object.part.where !== undefined &&
        (isChanging || columns.some((column) => moves.get(column)?.way === "widen"))
      );
    case "policy":
      return (
        isChanging ||
        was.part.name !== object.part.name ||
        old.early.name !== current.late.name ||
        columns.some((column) => moves.get(column)?.way !== "keep")
      );
    case "history":
      return was.part.name !== object.part.name;
    case "primary-key":
    case "unique-key":
      return false;
    default:
      return object satisfies never;
  }
}
