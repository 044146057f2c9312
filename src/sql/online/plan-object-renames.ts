import type { MigrationOperation } from "../migration-operation.ts";
import { stageIndex } from "../migration-stage.ts";
import type { NamedObject } from "../find-object-changes.ts";
import type { RenameStep } from "../order-renames.ts";
import { orderRenames } from "../order-renames.ts";
import type { RelationalModel } from "../relational-model.ts";
import { statement } from "../sql-line.ts";
import type { TableObject } from "../table-object.ts";
import { objectsOf } from "../table-object.ts";
import type { AddedObject, OnlineObjectChanges } from "./online-object-changes.ts";
import type { OnlineDialect } from "./online-dialect.ts";
import type { OnlineNames } from "./online-names.ts";
import { namesOf } from "../names-of.ts";
import { titleOf } from "./plan-online-objects.ts";
import type { TableStates } from "./table-states.ts";

interface ObjectRename {
  readonly from: string;
  readonly to: string;
  readonly table: string;
  readonly object: NamedObject;
}

/**
 * Objects get their names for good in the switch; those whose name still belongs to something that
 * goes in the end, and those that are made after the switch, get it at the very end.
 */
export function planObjectRenames(
  dialect: OnlineDialect,
  before: RelationalModel,
  changes: OnlineObjectChanges,
  made: readonly TableStates[],
  names: OnlineNames,
  goneTables: ReadonlySet<string>,
): readonly MigrationOperation[] {
  const early: ObjectRename[] = [];
  const late: ObjectRename[] = [];
  for (const { states, before: was, after: is } of changes.kept) {
    push(early, was.part.name, is, states);
  }
  for (const item of changes.added) {
    const list = isMadeEarly(item) ? early : late;
    push(list, names.early(item.object.part.name), item.object, item.states);
  }
  for (const states of made) {
    for (const object of objectsOf(states.current.late)) {
      if (object.kind !== "foreign-key") {
        push(early, names.early(object.part.name), object, states);
      }
    }
  }
  const staying = namesLeft(before, changes, goneTables);
  // A rename that has to wait keeps its old name taken, and so may make another one wait.
  for (let moved = true; moved;) {
    const waiting = early.filter(({ to }) => staying.has(to));
    moved = waiting.length > 0;
    for (const rename of waiting) {
      early.splice(early.indexOf(rename), 1);
      staying.add(rename.from);
      late.push(rename);
    }
  }
  return [
    ...orderRenames(early).map((step) => toOperation(dialect, step, "switch-names")),
    ...orderRenames(late).map((step) => toOperation(dialect, step, "contract-names")),
  ];

  function push(list: ObjectRename[], from: string, object: TableObject, { current }: TableStates) {
    const { kind, part } = object;
    if (kind === "policy" || kind === "history" || from === part.name) return;
    list.push({ from, to: part.name, table: current.late.name, object });
  }
}

function isMadeEarly({ time, object }: AddedObject): boolean {
  const isRule = object.kind === "check" || object.kind === "foreign-key";
  return time === "expand" || (isRule && time === "switch");
}

/** Names that belong to something that is still there when the switch is over. */
function namesLeft(
  before: RelationalModel,
  { kept, removed }: OnlineObjectChanges,
  goneTables: ReadonlySet<string>,
): Set<string> {
  const gone = before.tables.filter(({ id }) => goneTables.has(id));
  return new Set([
    ...namesOf({ ...before, tables: gone }),
    ...kept.flatMap(({ before: was, after: is }) =>
      was.part.name === is.part.name ? [was.part.name] : [],
    ),
    ...removed.flatMap(({ object, stage }) =>
      stageIndex(stage) > stageIndex("switch-names") ? [object.part.name] : [],
    ),
  ]);
}

function toOperation(
  dialect: OnlineDialect,
  { from, to, item }: RenameStep<ObjectRename>,
  stage: "switch-names" | "contract-names",
): MigrationOperation {
  const { object, table } = item;
  const { subject } = object.part;
  const rename = (was: string, is: string) =>
    statement(subject, `${dialect.renameObject(object.kind, table, was, is)};`);
  return {
    title: `rename ${titleOf(object)}`,
    table,
    subject,
    stage,
    up: [rename(from, to)],
    down: [rename(to, from)],
  };
}
