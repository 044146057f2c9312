import { findRepartitioned } from "../find-repartitioned.ts";
import { makeTable } from "../make-table.ts";
import type { MigrationOperation } from "../migration-operation.ts";
import { stageIndex } from "../migration-stage.ts";
import { partitionPrefix } from "../partition-prefix.ts";
import type { RelationalModel, Table } from "../relational-model.ts";
import type { SqlStatement } from "../sql-line.ts";
import { statement } from "../sql-line.ts";
import type { TableObject } from "../table-object.ts";
import { addObject, columnsOf, dropObject, hasSameDefinition, objectsOf } from "../table-object.ts";
import { addRule, validateRule } from "./add-rule.ts";
import type { Carriage } from "./carry-rows.ts";
import {
  carryAll,
  carryInBatches,
  createCarriage,
  dropCarriage,
  findNotCarried,
} from "./carry-rows.ts";
import { findRefused } from "./find-refused.ts";
import { newTable } from "./new-table.ts";
import type { OnlineDialect } from "./online-dialect.ts";
import type { OnlineNames } from "./online-names.ts";
import { onlineNames } from "./online-names.ts";
import { isImpliedBy } from "./rule-time.ts";
import { foreignKeyOnPartitions } from "./plan-on-partitions.ts";
import { copyGrants, makePastPartitions, renamePartitions } from "./copy-grants.ts";

type TablesById = ReadonlyMap<string, Table>;

/** A table that another one is made beside; besides how their rows are spread they are the same. */
interface Move {
  readonly was: Table;
  readonly is: Table;
  /** The new table until the switch, and the old one after it. */
  readonly made: Table;
  readonly left: Table;
  readonly there: Carriage;
  readonly back: Carriage;
}

interface State {
  readonly before: TablesById;
  readonly after: TablesById;
}

/**
 * The steps for tables whose rows are spread over other partitions, or none any more: a second table
 * gets all rows, by triggers and in batches, and takes the name of the first in one transaction. The
 * first one is kept the same until nobody wants the way back.
 */
export function planRepartition(
  dialect: OnlineDialect,
  before: RelationalModel,
  after: RelationalModel,
): readonly MigrationOperation[] {
  const names = onlineNames(before, after);
  const state: State = {
    before: new Map(before.tables.map((table) => [table.id, table])),
    after: new Map(after.tables.map((table) => [table.id, table])),
  };
  const pairs = findRepartitioned(before, after);
  // Foreign keys to what has another name after the switch are made with the switch.
  const moving = new Set(pairs.map((pair) => pair.after.id));
  const moves = pairs.map((pair) => planMove(pair.before, pair.after, names, moving));
  const keys = {
    before: foreignKeysTo(before, moving),
    after: foreignKeysTo(after, moving),
  };
  const operations = [
    ...moves.flatMap((move) => beginMove(dialect, move, state)),
    ...keys.before.map(({ table, object }): MigrationOperation => ({
      title: "drop foreign key",
      table: table.name,
      subject: object.part.subject,
      stage: "switch-columns",
      up: dropObject(dialect, table, object),
      down: addObject(dialect, table, object, state.before),
      ...(keys.after.some((key) => hasSameDefinition(key.object, object))
        ? {}
        : { downNote: "fails where rows do not keep it any more" }),
    })),
    ...moves.map((move) => switchMove(dialect, move)),
    ...keys.after.flatMap(({ table, object }) => {
      const isKept = keys.before.some(
        (key) =>
          key.table.id === table.id &&
          key.object.part.id === object.part.id &&
          isImpliedBy(object, key.object),
      );
      return addKey(dialect, table, object, state.after, isKept ? KEPT_KEY : NEW_KEY);
    }),
    ...moves.map((move) => endMove(dialect, move, state)),
  ];
  return operations.toSorted((a, b) => place(a) - place(b));
}

function place({ stage }: MigrationOperation): number {
  return stage === undefined ? 0 : stageIndex(stage);
}

type PlacedKey = {
  readonly table: Table;
  readonly object: Extract<TableObject, { kind: "foreign-key" }>;
};

function foreignKeysTo(
  { tables }: RelationalModel,
  moving: ReadonlySet<string>,
): readonly PlacedKey[] {
  return tables.flatMap((table) =>
    table.foreignKeys
      .filter((part) => moving.has(part.table))
      .map((part) => ({ table, object: { kind: "foreign-key", part } as const })),
  );
}

function planMove(was: Table, is: Table, names: OnlineNames, moving: ReadonlySet<string>): Move {
  const isStaying = ({ table }: Table["foreignKeys"][number]): boolean => !moving.has(table);
  const { history: _made, ...whole } = newTable(is, names).current.early;
  const made: Table = { ...whole, foreignKeys: whole.foreignKeys.filter(isStaying) };
  const taken = new Set(objectsOf(is).map(({ part }) => part.name));
  const late = <T extends { readonly name: string }>(part: T): T => ({
    ...part,
    name: taken.has(part.name) ? names.unused(`${part.name}_old`) : part.name,
  });
  const { history: _left, ...kept } = was;
  const left: Table = {
    ...kept,
    name: names.unused(`${was.name}_old`),
    ...(was.primaryKey === undefined ? {} : { primaryKey: late(was.primaryKey) }),
    uniqueKeys: was.uniqueKeys.map(late),
    indexes: was.indexes.map(late),
    foreignKeys: was.foreignKeys.filter(isStaying),
  };
  return {
    was,
    is,
    made,
    left,
    there: { from: was, to: made, name: names.unused(`carry_${is.name}`) },
    back: { from: is, to: left, name: names.unused(`carry_back_${is.name}`) },
  };
}

function beginMove(
  dialect: OnlineDialect,
  { was, is, made, there }: Move,
  { before, after }: State,
): readonly MigrationOperation[] {
  const { subject } = is;
  const table = makeTable(dialect, made, made.foreignKeys, after, prefixOf(is, "n_"));
  const refused = stricterKeys(was, is).flatMap((object) =>
    findRefused(dialect, was, object, before),
  );
  const base = { table: is.name, subject };
  return [
    {
      ...table,
      ...base,
      title: "make second table",
      stage: "expand",
      up: [
        ...table.up,
        ...makePastPartitions(dialect, was, made, prefixOf(is, "n_")),
        copyGrants(dialect, was, made),
        ...createCarriage(dialect, there),
      ],
      down: [...dropCarriage(dialect, there), ...table.down],
      downNote: "the rows are all in the first table",
      before: refused,
      ...(refused.length === 0
        ? {}
        : { breaks: `${was.name} takes no rows any more that its new keys refuse` }),
    },
    {
      ...base,
      title: "carry rows over",
      stage: "backfill",
      up: [carryInBatches(dialect, there)],
      down: [],
      after: [findNotCarried(dialect, there)],
    },
  ];
}

function switchMove(dialect: OnlineDialect, move: Move): MigrationOperation {
  const { was, is, made, left, there, back } = move;
  const { subject } = is;
  const run = (text: string): readonly SqlStatement[] => [statement(subject, `${text};`)];
  const both = (up: readonly SqlStatement[], down: readonly SqlStatement[]) => ({ up, down });
  const history = (table: Table, what: "addHistory" | "dropHistory") =>
    table.history === undefined
      ? []
      : dialect.features[what](table, table.history).flatMap((text) => run(text));
  const rename = (from: Table, to: Table) => [
    both(
      run(dialect.renameTable(from.name, to.name)),
      run(dialect.renameTable(to.name, from.name)),
    ),
    ...renameObjects(dialect, from, to).map(([up, down]) => both(run(up), run(down))),
  ];
  const steps = [
    both(dropCarriage(dialect, there), createCarriage(dialect, there)),
    both(history(was, "dropHistory"), history(was, "addHistory")),
    ...rename(was, left),
    both(
      renamePartitions(dialect, left, prefixOf(is, ""), prefixOf(is, "o_")),
      renamePartitions(dialect, left, prefixOf(is, "o_"), prefixOf(is, "")),
    ),
    ...rename(made, is),
    both(
      renamePartitions(dialect, is, prefixOf(is, "n_"), prefixOf(is, "")),
      renamePartitions(dialect, is, prefixOf(is, ""), prefixOf(is, "n_")),
    ),
    both(history(is, "addHistory"), history(is, "dropHistory")),
    both(createCarriage(dialect, back), dropCarriage(dialect, back)),
  ];
  return {
    title: "take the second table",
    table: is.name,
    subject,
    stage: "switch-columns",
    up: steps.flatMap(({ up }) => up),
    down: steps.toReversed().flatMap(({ down }) => down),
    before: [findNotCarried(dialect, there)],
  };
}

function endMove(
  dialect: OnlineDialect,
  { is, left, back }: Move,
  { before }: State,
): MigrationOperation {
  const table = makeTable(dialect, left, left.foreignKeys, before, prefixOf(is, "o_"));
  return {
    title: "drop first table",
    table: is.name,
    subject: is.subject,
    stage: "contract-drop",
    up: [...dropCarriage(dialect, back), ...table.down],
    down: [...table.up, carryAll(dialect, back), ...createCarriage(dialect, back)],
    upNote: "every row is in the second table",
    downNote: "fails where rows do not keep the old keys",
  };
}

/** What the old version keeps already comes with the switch, anything else when it is gone. */
const KEPT_KEY = {
  rule: ["switch-columns", "switch-validate"],
  partitions: ["switch-index", "switch-rules"],
} as const;
const NEW_KEY = {
  rule: ["contract-rules", "contract-validate"],
  partitions: ["contract-index", "contract-finish"],
} as const;

function addKey(
  dialect: OnlineDialect,
  table: Table,
  object: PlacedKey["object"],
  tables: TablesById,
  stages: typeof KEPT_KEY | typeof NEW_KEY,
): readonly MigrationOperation[] {
  const { part } = object;
  const base = { title: "add foreign key", table: table.name, subject: part.subject };
  const refused = findRefused(dialect, table, object, tables);
  if (table.partition !== undefined) {
    return foreignKeyOnPartitions(dialect, table, part, tables, {
      ...base,
      stages: stages.partitions,
      refused,
    });
  }
  const [first, second] = stages.rule;
  const add = addRule(dialect, table, object, tables);
  const drop = dropObject(dialect, table, object);
  return [
    {
      ...base,
      stage: first,
      up: [add],
      down: drop,
      before: stages === NEW_KEY ? refused : [],
    },
    {
      ...base,
      title: "validate foreign key",
      stage: second,
      up: [validateRule(dialect, table, part)],
      down: [...drop, add],
    },
  ];
}

/** Names of what has an index, and of constraints, whichever differ. */
function renameObjects(
  dialect: OnlineDialect,
  from: Table,
  to: Table,
): readonly (readonly [string, string])[] {
  const targets = new Map(
    objectsOf(to).map((object) => [`${object.kind}/${object.part.id}`, object]),
  );
  return objectsOf(from).flatMap((object) => {
    const { kind, part } = object;
    const name = targets.get(`${kind}/${part.id}`)?.part.name;
    if (kind === "policy" || kind === "history" || name === undefined || name === part.name) {
      return [];
    }
    return [
      [
        dialect.renameObject(kind, to.name, part.name, name),
        dialect.renameObject(kind, to.name, name, part.name),
      ] as const,
    ];
  });
}

/** What is unique now and was not before. */
function stricterKeys(was: Table, is: Table): readonly TableObject[] {
  const isKey = ({ kind, part }: TableObject): boolean =>
    kind === "primary-key" || kind === "unique-key" || (kind === "index" && part.unique);
  const isWhole = (object: TableObject): boolean =>
    object.kind !== "index" || object.part.where === undefined;
  const old = objectsOf(was).filter((object) => isKey(object) && isWhole(object));
  return objectsOf(is).filter(
    (object) =>
      isKey(object) &&
      !old.some((known) => columnsOf(known).every((id) => columnsOf(object).includes(id))),
  );
}

function prefixOf({ id }: Table, time: "" | "n_" | "o_"): string {
  return `${partitionPrefix(id)}${time}`;
}
