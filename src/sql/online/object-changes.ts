import { isDeepEqual } from "../../util/is-deep-equal.ts";
import { matchById } from "../match-by-id.ts";
import type { MigrationStage } from "../migration-stage.ts";
import { stageIndex } from "../migration-stage.ts";
import { pairsOf } from "../pairs-of.ts";
import type { CheckRule, Table } from "../relational-model.ts";
import type { TableObject } from "../table-object.ts";
import { columnsOf, hasSameDefinition, objectId, objectsOf } from "../table-object.ts";
import type { ColumnMove } from "./column-move.ts";
import type { TableStates } from "./table-states.ts";

/**
 * When a new rule can hold: at once, since the old version of the service cannot break it; when
 * the switch has happened; when the old version is gone; when new primary keys are there.
 */
export type RuleTime = "expand" | "switch" | "contract" | "keys";

export interface AddedObject {
  readonly states: TableStates;
  readonly object: TableObject;
  readonly time: RuleTime;
  /** On a copy that is filled first. */
  readonly isOnCopy: boolean;
}

export interface RemovedObject {
  readonly states: TableStates;
  readonly object: TableObject;
  readonly stage: MigrationStage;
}

export interface KeptObject {
  readonly states: TableStates;
  readonly before: TableObject;
  readonly after: TableObject;
}

export interface OnlineObjectChanges {
  readonly added: readonly AddedObject[];
  readonly removed: readonly RemovedObject[];
  readonly kept: readonly KeptObject[];
}

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

type Moves = ReadonlyMap<string, ColumnMove>;

function movesById({ moves }: TableStates): Moves {
  return new Map(
    moves.map((move) => [move.way === "drop" ? move.before.id : move.after.id, move] as const),
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

function isOnCopy(object: TableObject, moves: Moves): boolean {
  return hasWay(object, moves, "swap") || hasWay(object, moves, "mirror");
}

function hasWay(object: TableObject, moves: Moves, way: ColumnMove["way"]): boolean {
  const where = object.kind === "index" ? object.part.where?.column : undefined;
  const columns = [...columnsOf(object), ...(where === undefined ? [] : [where])];
  return columns.some((column) => moves.get(column)?.way === way);
}

function leadsToChanging(
  object: Extract<TableObject, { kind: "foreign-key" }>,
  changing: ReadonlySet<string>,
): boolean {
  return pairsOf(object.part).some(({ targetColumn }) =>
    changing.has(`${object.part.table}/${targetColumn}`),
  );
}

function replacementTime(
  was: TableObject,
  is: TableObject,
  moves: Moves,
  changing: ReadonlySet<string>,
): RuleTime {
  if (is.kind === "policy" || is.kind === "history") return "switch";
  if (is.kind === "primary-key") return "keys";
  const isHeld = hasSameDefinition(was, is) || isImpliedBy(is, was);
  if (!isHeld) return additionTime(is, moves, changing);
  const table = is.kind === "foreign-key" && leadsToChanging(is, changing);
  const own = columnsOf(is).some((column) => moves.get(column)?.way === "plain");
  return table || own ? "switch" : "expand";
}

/** Whether rows that keep `was` keep `is` too. */
function isImpliedBy(is: TableObject, was: TableObject): boolean {
  if (is.kind === "check" && was.kind === "check") return isWeaker(is.part.rule, was.part.rule);
  if (is.kind === "foreign-key" && was.kind === "foreign-key") {
    return hasSameDefinition(is, {
      ...was,
      part: { ...was.part, onDelete: is.part.onDelete },
    });
  }
  if (is.kind === "unique-key" && was.kind === "unique-key") {
    return was.part.columns.every((column) => is.part.columns.includes(column));
  }
  if (is.kind !== "index" || was.kind !== "index") return false;
  return (
    !is.part.unique ||
    (was.part.unique &&
      isDeepEqual(is.part.columns, was.part.columns) &&
      isDeepEqual(is.part.where, was.part.where))
  );
}

function isWeaker(is: CheckRule, was: CheckRule): boolean {
  if (is.kind === "values" && was.kind === "values") {
    return is.column === was.column && was.values.every((value) => is.values.includes(value));
  }
  if (
    (is.kind === "range" && was.kind === "range") ||
    (is.kind === "length" && was.kind === "length")
  ) {
    const holdsLow =
      is.minimum === undefined || (was.minimum !== undefined && was.minimum >= is.minimum);
    const holdsHigh =
      is.maximum === undefined || (was.maximum !== undefined && was.maximum <= is.maximum);
    return is.column === was.column && holdsLow && holdsHigh;
  }
  return false;
}

function additionTime(object: TableObject, moves: Moves, changing: ReadonlySet<string>): RuleTime {
  const ways = columnsOf(object).map((column) => moves.get(column));
  const isNew = ways.every((move) => move?.way === "add");
  switch (object.kind) {
    case "policy":
    case "history":
      return "switch";
    case "primary-key":
      return "keys";
    case "index": {
      const isPlain = ways.some((move) => move?.way === "plain");
      if (!object.part.unique) return isPlain ? "contract" : "expand";
      return object.part.where === undefined && isFilledLater(ways) ? "expand" : "contract";
    }
    case "unique-key":
      return isFilledLater(ways) ? "expand" : "contract";
    case "check":
      return isNew ? "expand" : "contract";
    case "foreign-key":
      if (leadsToChanging(object, changing)) return "contract";
      return isNew && isFilledLater(ways) ? "expand" : "contract";
    default:
      return object satisfies never;
  }
}

/** A new column that the old version leaves without a value: no two rows are the same in it. */
function isFilledLater(ways: readonly (ColumnMove | undefined)[]): boolean {
  return ways.some(
    (move) => move?.way === "add" && move.after.nullable && move.after.default === undefined,
  );
}

function replacedStage(
  was: TableObject,
  is: TableObject,
  time: RuleTime,
  moves: Moves,
): MigrationStage {
  if (was.kind === "policy" || was.kind === "history") return "switch";
  if (was.kind === "primary-key") return "contract-keys";
  if (hasWay(was, moves, "swap")) return "switch";
  if (hasWay(was, moves, "mirror")) {
    return hasSameDefinition(was, is) ? "contract-drop" : "switch";
  }
  const isOnWidened = columnsOf(was).some((column) => moves.get(column)?.way === "widen");
  if (isOnWidened && was.kind === "check") return "expand";
  if (isOnWidened && was.kind === "index" && was.part.where !== undefined) return "expand";
  if (time === "switch" || time === "expand") {
    return was.kind === "index" && !was.part.unique ? "contract-drop-index" : "switch";
  }
  // A stricter rule takes the place of the old one; of two that do not compare, neither holds.
  const isStricter = isImpliedBy(was, is);
  if (was.kind === "index")
    return was.part.unique && !isStricter ? "switch-index" : "contract-finish";
  return isStricter ? "contract-finish" : "switch";
}

function removalStage(object: TableObject, moves: Moves): MigrationStage {
  switch (object.kind) {
    case "primary-key":
      return "contract-keys";
    case "index": {
      if (hasWay(object, moves, "swap")) return "switch";
      if (object.part.unique) return "switch-index";
      return hasWay(object, moves, "mirror") ? "contract-drop" : "contract-drop-index";
    }
    case "check":
      return hasWay(object, moves, "widen") ? "expand" : "switch";
    case "unique-key":
    case "foreign-key":
    case "policy":
    case "history":
      return "switch";
    default:
      return object satisfies never;
  }
}

/**
 * A foreign key leans on a unique index of its target: it goes before that does, and comes back
 * when another is there.
 */
function leanOn(
  added: readonly AddedObject[],
  removed: readonly RemovedObject[],
  kept: readonly KeptObject[],
): OnlineObjectChanges {
  const supports = new Map<string, MigrationStage>();
  for (const { states, object, stage } of removed) {
    if (isSupport(object)) supports.set(supportKey(states.id, columnsOf(object)), stage);
  }
  const stageOf = (object: TableObject): MigrationStage | undefined =>
    object.kind === "foreign-key"
      ? supports.get(
          supportKey(
            object.part.table,
            pairsOf(object.part).map(({ targetColumn }) => targetColumn),
          ),
        )
      : undefined;
  const moved = kept.filter(({ before }) => stageOf(before) !== undefined);
  const leaning = new Set(
    [...moved.map(({ before }) => before), ...removed.map(({ object }) => object)].filter(
      (object) => stageOf(object) !== undefined,
    ),
  );
  const leanedOn = new Set(
    [...leaning].flatMap((object) =>
      object.kind === "foreign-key"
        ? [
            supportKey(
              object.part.table,
              pairsOf(object.part).map(({ targetColumn }) => targetColumn),
            ),
          ]
        : [],
    ),
  );
  // An index that foreign keys lean on goes in the transaction in which they go.
  const together = removed.map((item): RemovedObject => {
    if (item.object.kind === "foreign-key") {
      const own = stageOf(item.object);
      if (own === undefined || stageIndex(own) >= stageIndex(item.stage)) return item;
      return { ...item, stage: own === "contract-keys" ? own : "switch" };
    }
    const isLeanedOn =
      isSupport(item.object) && leanedOn.has(supportKey(item.states.id, columnsOf(item.object)));
    return isLeanedOn && item.stage === "switch-index" ? { ...item, stage: "switch" } : item;
  });
  const newSupports = new Map(
    added.flatMap(({ states, object, time }) =>
      isSupport(object) ? [[supportKey(states.id, columnsOf(object)), time] as const] : [],
    ),
  );
  const later = (item: AddedObject): AddedObject => {
    const { object, time } = item;
    if (object.kind !== "foreign-key") return item;
    const targets = pairsOf(object.part).map(({ targetColumn }) => targetColumn);
    const support = newSupports.get(supportKey(object.part.table, targets));
    if (support === "contract" || support === "keys") return { ...item, time: "keys" };
    const leans = stageOf(object) !== undefined || support !== undefined;
    return leans && time === "expand" ? { ...item, time: "switch" } : item;
  };
  return {
    removed: [
      ...together,
      ...moved.map(({ states, before }): RemovedObject => {
        const stage = stageOf(before);
        return { states, object: before, stage: stage === "contract-keys" ? stage : "switch" };
      }),
    ],
    added: [
      ...added.map(later),
      ...moved.map(({ states, before, after }): AddedObject => {
        const time = stageOf(before) === "contract-keys" ? "keys" : "switch";
        return later({ states, object: after, time, isOnCopy: false });
      }),
    ],
    kept: kept.filter((item) => !moved.includes(item)),
  };
}

function isSupport(object: TableObject): boolean {
  return (
    object.kind === "primary-key" ||
    object.kind === "unique-key" ||
    (object.kind === "index" && object.part.unique)
  );
}

function supportKey(table: string, columns: readonly string[]): string {
  return `${table}/${columns.toSorted().join()}`;
}
