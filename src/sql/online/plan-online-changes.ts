import { addPartitions } from "../add-partitions.ts";
import { makeTable } from "../make-table.ts";
import { matchTables } from "../match-tables.ts";
import type { MigrationOperation } from "../migration-operation.ts";
import { stageIndex } from "../migration-stage.ts";
import { findRepartitioned } from "../find-repartitioned.ts";
import { orderTables } from "../order-tables.ts";
import type { RelationalModel, Table } from "../relational-model.ts";
import { addObject, dropObject } from "../table-object.ts";
import { findJoinedColumns, findObstacle, moveColumns } from "./column-move.ts";
import type { OnlineObjectChanges } from "./online-object-changes.ts";
import { findOnlineObjectChanges } from "./find-online-object-changes.ts";
import type { OnlineDialect } from "./online-dialect.ts";
import type { OnlineNames } from "./online-names.ts";
import { namesOf } from "../names-of.ts";
import { onlineNames } from "./online-names.ts";
import { planOfflineChanges } from "./plan-offline-changes.ts";
import { planObjectRenames } from "./plan-object-renames.ts";
import { nameHistory } from "./name-history.ts";
import { newTable } from "./new-table.ts";
import { planRepartition } from "./plan-repartition.ts";
import { planOnlineColumns } from "./plan-online-columns.ts";
import type { AllTables } from "./plan-online-objects.ts";
import { addOnline, describeOnline, removeOnline } from "./plan-online-objects.ts";
import {
  describeTable,
  keepOldName,
  removeTable,
  renameColumns,
  renameTables,
} from "./plan-online-tables.ts";
import type { TableStates } from "./table-states.ts";
import { tableStates } from "./table-states.ts";

/**
 * The steps from one model to another for a database that is in use, each with its stage. Up to the
 * switch everything that the old version of the service writes is accepted; with it, what the new
 * version writes too; what the old version may break, or still needs, changes in the contract.
 */
export function planOnlineChanges(
  dialect: OnlineDialect,
  before: RelationalModel,
  after: RelationalModel,
): readonly MigrationOperation[] {
  if (findRepartitioned(before, after).length > 0) {
    return planRepartition(dialect, before, after);
  }
  const matched = matchTables(before.tables, after.tables);
  const joined = findJoinedColumns(before, after);
  for (const pair of matched.kept) {
    const obstacle = findObstacle(dialect, pair.before, pair.after, joined);
    if (obstacle !== undefined) return planOfflineChanges(dialect, before, after, obstacle);
  }
  const names = onlineNames(before, after);
  const kept = matched.kept.map((pair) =>
    tableStates(pair.before, pair.after, moveColumns(dialect, pair.before, pair.after, joined)),
  );
  const made = matched.added.map((table) => newTable(table, names));
  const current = new Set(after.tables.map(({ name }) => name));
  const gone = matched.removed.map((table) => goneTable(table, current, names));
  const tables = allTables(kept, made, gone);
  const changes = findOnlineObjectChanges(kept, made, gone);

  const afterNames = new Set(namesOf(after));
  const isFree = (name: string): boolean => !afterNames.has(name);
  const viewed = kept.filter(
    ({ old, current: { late } }) => old.early.name !== late.name && isFree(old.early.name),
  );
  const operations = [
    ...viewed.flatMap((states) => keepOldName(dialect, states)).filter(isDrop),
    ...removals(dialect, changes, tables),
    ...kept.flatMap((states) => describeTable(dialect, states)),
    ...changes.kept.flatMap((object) => describeOnline(dialect, object)),
    ...makeTables(dialect, made, changes, tables),
    ...renameTables(dialect, kept, made, gone, isFree),
    ...kept.flatMap((states) => renameColumns(dialect, states, viewed.includes(states))),
    ...kept.flatMap((states) => planOnlineColumns(dialect, states, names.unused)),
    ...kept.flatMap((states) =>
      addPartitions(dialect, states.old.early, states.current.early).map((step) => ({
        ...step,
        table: states.current.late.name,
        stage: "expand" as const,
      })),
    ),
    ...additions(dialect, changes, names, tables),
    ...planObjectRenames(
      dialect,
      before,
      changes,
      made,
      names,
      new Set(matched.removed.map(({ id }) => id)),
    ),
    ...made.flatMap((states) => nameHistory(dialect, states)),
    ...viewed.flatMap((states) => keepOldName(dialect, states)).filter((step) => !isDrop(step)),
    ...orderTables(gone.map(({ old }) => old.early))
      .tables.toReversed()
      .flatMap(({ id }) => gone.filter((states) => states.id === id))
      .map((states) => removeTable(dialect, states, tables)),
  ];
  return operations.toSorted((a, b) => place(a) - place(b));
}

function place({ stage }: MigrationOperation): number {
  return stage === undefined ? 0 : stageIndex(stage);
}

function isDrop({ title }: MigrationOperation): boolean {
  return title === "drop old name";
}

/** Foreign keys first: other things lean on nothing. */
function removals(
  dialect: OnlineDialect,
  { removed }: OnlineObjectChanges,
  tables: AllTables,
): readonly MigrationOperation[] {
  const isForeign = ({ object }: (typeof removed)[number]): boolean =>
    object.kind === "foreign-key";
  return [...removed.filter(isForeign), ...removed.filter((item) => !isForeign(item))].flatMap(
    (item) => removeOnline(dialect, item, tables),
  );
}

function additions(
  dialect: OnlineDialect,
  { added }: OnlineObjectChanges,
  names: OnlineNames,
  tables: AllTables,
): readonly MigrationOperation[] {
  const isForeign = ({ object }: (typeof added)[number]): boolean => object.kind === "foreign-key";
  const own = added.filter(({ states, time }) => states.moves.length > 0 || time !== "expand");
  return [...own.filter((item) => !isForeign(item)), ...own.filter(isForeign)].flatMap((item) =>
    addOnline(dialect, item, names, tables),
  );
}

/** New tables are empty: their foreign keys are theirs from the beginning, circles closed at the end. */
function makeTables(
  dialect: OnlineDialect,
  made: readonly TableStates[],
  { added }: OnlineObjectChanges,
  tables: AllTables,
): readonly MigrationOperation[] {
  const waiting = new Set(
    added.flatMap(({ object, time }) => (time === "expand" ? [] : [object.part])),
  );
  const order = orderTables(made.map(({ current }) => current.late));
  const deferred = new Set(order.deferred.map(({ foreignKey }) => foreignKey));
  const ordered = order.tables.flatMap(({ id }) => made.filter((states) => states.id === id));
  const keysOf = ({ current }: TableStates, isDeferred: boolean) =>
    current.late.foreignKeys.flatMap((key, index) => {
      const own = current.early.foreignKeys[index];
      const isOwn = !waiting.has(key) && deferred.has(key) === isDeferred;
      return own !== undefined && isOwn ? [own] : [];
    });
  return [
    ...ordered.map((states): MigrationOperation => ({
      ...makeTable(dialect, states.current.early, keysOf(states, false), tables.current.early),
      table: states.current.late.name,
      stage: "expand",
    })),
    ...ordered.flatMap((states) =>
      keysOf(states, true).map((key): MigrationOperation => {
        const object = { kind: "foreign-key", part: key } as const;
        return {
          title: "add foreign key",
          table: states.current.late.name,
          subject: key.subject,
          stage: "expand",
          up: addObject(dialect, states.current.early, object, tables.current.early),
          down: dropObject(dialect, states.current.early, object),
        };
      }),
    ),
  ];
}

function goneTable(table: Table, current: ReadonlySet<string>, names: OnlineNames): TableStates {
  const late = current.has(table.name)
    ? { ...table, name: names.unused(`${table.name.slice(0, 50)}_old`) }
    : table;
  const states = { early: table, late };
  return { id: table.id, moves: [], old: states, current: states };
}

function allTables(
  kept: readonly TableStates[],
  made: readonly TableStates[],
  gone: readonly TableStates[],
): AllTables {
  const map = (tables: readonly Table[]) => new Map(tables.map((table) => [table.id, table]));
  const old = [...kept, ...gone].map((states) => states.old);
  const current = [...kept, ...made].map((states) => states.current);
  return {
    old: { early: map(old.map(({ early }) => early)), late: map(old.map(({ late }) => late)) },
    current: {
      early: map(current.map(({ early }) => early)),
      late: map(current.map(({ late }) => late)),
    },
  };
}
