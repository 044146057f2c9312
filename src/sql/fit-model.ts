import type { DatabaseEngine } from "../design/database-engine.ts";
import { declareDiagnostic } from "../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { uniqueName } from "../util/naming.ts";
import type { FittedModel } from "./dialects/dialect.ts";
import { pairsOf } from "./pairs-of.ts";
import type {
  Column,
  ColumnType,
  ForeignKey,
  RelationalModel,
  Table,
  TableCheck,
  TableIndex,
} from "./relational-model.ts";
import { objectsOf } from "./table-object.ts";

export const engineLacks = declareDiagnostic<{
  readonly engine: string;
  readonly what: string;
  readonly instead: string;
}>({
  code: "sql/engine-lacks",
  severity: "info",
  message: ({ engine, what, instead }) => `${engine} has no ${what}: ${instead}`,
});

/** What an engine can hold; PostgreSQL holds everything. */
export interface Capabilities {
  readonly engine: DatabaseEngine;
  readonly title: string;
  /** Most characters of a `varchar`; a longer bound becomes a check. */
  readonly longestString: number;
  /** Where keys have to have a known size. */
  readonly keys?: {
    /** Characters of a text in a key that has no bound of its own. */
    readonly textLength: number;
    /** Most bytes of a key. */
    readonly bytes: number;
    bytesOf(type: ColumnType): number;
  };
  /** A foreign key needs an index of its own columns, and the engine makes one where there is none. */
  readonly indexesForeignKeys: boolean;
  readonly hasPartialIndexes: boolean;
  /** Whether a generated column may be NOT NULL; where it may not, its sources see to it. */
  readonly requiresGenerated: boolean;
}

/** The model with everything that the engine does not have said in another way, or left out. */
export function fitModel(model: RelationalModel, capabilities: Capabilities): FittedModel {
  const diagnostics: Diagnostic[] = [];
  const taken = new Set(
    model.tables.flatMap((table) => [table.name, ...objectsOf(table).map(({ part }) => part.name)]),
  );
  const fit: Fit = { capabilities, diagnostics, taken };
  const pointedAt = new Set(
    model.tables.flatMap(({ foreignKeys }) =>
      foreignKeys.flatMap((key) =>
        pairsOf(key).map(({ targetColumn }) => `${key.table}/${targetColumn}`),
      ),
    ),
  );
  const tables = model.tables.map((table) => fitTable(fit, table, pointedAt));
  const { tables: _, ...head } = model;
  return { model: { ...head, engine: capabilities.engine, tables }, diagnostics };
}

interface Fit {
  readonly capabilities: Capabilities;
  readonly diagnostics: Diagnostic[];
  readonly taken: Set<string>;
}

function fitTable(fit: Fit, table: Table, pointedAt: ReadonlySet<string>): Table {
  const { policy, partition, ...kept } = table;
  const say = (subject: string, what: string, instead: string, severity?: "warning"): void => {
    const { title: engine } = fit.capabilities;
    const details = severity === undefined ? {} : { severity };
    fit.diagnostics.push(engineLacks(subject, { engine, what, instead }, details));
  };
  if (policy !== undefined) {
    const instead = `every query on ${table.name} has to name its tenant itself`;
    say(table.subject, "row-level security", instead, "warning");
  }
  if (partition !== undefined) {
    say(table.subject, "partitions beside foreign keys", `${table.name} is one table`);
  }
  const keyed = new Set([
    ...keysOf(table).flat(),
    ...table.foreignKeys.flatMap((key) => pairsOf(key).map(({ column }) => column)),
    ...table.columns.map(({ id }) => id).filter((id) => pointedAt.has(`${table.id}/${id}`)),
  ]);
  const fitted = table.columns.map((column) => fitColumn(fit, table, column, keyed.has(column.id)));
  const columns = fitted.map(({ column }) => column);
  for (const { column, narrowed } of fitted) {
    if (!narrowed) continue;
    const length = column.type.length ?? 0;
    say(
      column.subject,
      "keys over texts without a bound",
      `${column.name} holds ${length} characters`,
    );
  }
  const whole: Table = {
    ...kept,
    columns,
    checks: mergeLengths(
      table.checks,
      fitted.flatMap(({ check }) => check ?? []),
    ),
    indexes: table.indexes.map((index) => fitIndex(fit, index, say)),
    foreignKeys: table.foreignKeys.map((key) => fitForeignKey(table, key, say)),
  };
  checkKeySizes(fit, whole, say);
  return fit.capabilities.indexesForeignKeys ? withForeignIndexes(fit, whole) : whole;
}

interface FittedColumn {
  readonly column: Column;
  readonly check?: TableCheck;
  readonly narrowed: boolean;
}

function fitColumn(
  { capabilities: { longestString, keys, requiresGenerated }, taken }: Fit,
  table: Table,
  column: Column,
  isKeyed: boolean,
): FittedColumn {
  if (column.generated !== undefined && !requiresGenerated) {
    return { column: { ...column, nullable: true }, narrowed: false };
  }
  const { type } = column;
  const isText = type.kind === "string" || type.kind === "text";
  if (keys !== undefined && isKeyed && type.length === undefined) {
    if (isText || type.kind === "binary") {
      const kind = isText ? "string" : "binary";
      return { column: { ...column, type: { kind, length: keys.textLength } }, narrowed: true };
    }
  }
  if (type.kind !== "string" || type.length === undefined || type.length <= longestString) {
    return { column, narrowed: false };
  }
  const { length: maximum, ...unbound } = type;
  const own = table.checks.find(({ rule }) => rule.kind === "length" && rule.column === column.id);
  const base = `${table.name}_${column.name}`.slice(0, 50);
  const name = own?.name ?? uniqueName(`${base}_length`, taken, "_");
  taken.add(name);
  const minimum = own?.rule.kind === "length" ? own.rule.minimum : undefined;
  const check: TableCheck = {
    id: own?.id ?? `length:${column.id}`,
    subject: column.subject,
    name,
    rule: {
      kind: "length",
      column: column.id,
      ...(minimum === undefined ? {} : { minimum }),
      maximum,
    },
  };
  return { column: { ...column, type: unbound }, check, narrowed: false };
}

/** The checks with those of the same id replaced, and the others after them. */
function mergeLengths(
  checks: readonly TableCheck[],
  lengths: readonly TableCheck[],
): readonly TableCheck[] {
  const byId = new Map(lengths.map((check) => [check.id, check]));
  const known = new Set(checks.map(({ id }) => id));
  return [
    ...checks.map((check) => byId.get(check.id) ?? check),
    ...lengths.filter(({ id }) => !known.has(id)),
  ];
}

type Say = (subject: string, what: string, instead: string, severity?: "warning") => void;

function fitIndex(
  { capabilities: { hasPartialIndexes } }: Fit,
  index: TableIndex,
  say: Say,
): TableIndex {
  if (index.where === undefined || hasPartialIndexes) return index;
  const { where: _, ...whole } = index;
  if (!index.unique) return whole;
  say(
    index.subject,
    "uniqueness among some of the rows",
    `${index.name} only makes looking up fast; the application has to see to it`,
    "warning",
  );
  return { ...whole, unique: false };
}

/** Where only some of the columns may lose their value, taking it from all would fail. */
function fitForeignKey(table: Table, key: ForeignKey, say: Say): ForeignKey {
  const isFree = (id: string): boolean =>
    table.columns.find((column) => column.id === id)?.nullable ?? false;
  if (key.onDelete !== "set-null" || pairsOf(key).every(({ column }) => isFree(column))) return key;
  const instead = `a row that ${key.name} points to cannot be deleted`;
  say(key.subject, "ON DELETE SET NULL for some of the columns", instead, "warning");
  return { ...key, onDelete: "restrict" };
}

function checkKeySizes({ capabilities: { keys } }: Fit, table: Table, say: Say): void {
  if (keys === undefined) return;
  for (const { kind, part } of objectsOf(table)) {
    if (kind !== "primary-key" && kind !== "unique-key" && kind !== "index") continue;
    const types = part.columns.flatMap(
      (id) => table.columns.find((column) => column.id === id)?.type ?? [],
    );
    const size = types.reduce((sum, type) => sum + keys.bytesOf(type), 0);
    if (size <= keys.bytes) continue;
    say(
      part.subject,
      `keys of more than ${keys.bytes} bytes`,
      `${part.name} needs ${size} and fails`,
      "warning",
    );
  }
}

/** The index that the engine would make by itself, under the same name, so that it is known. */
function withForeignIndexes({ taken }: Fit, table: Table): Table {
  const leading = new Set(
    [...keysOf(table), ...table.indexes.map(({ columns }) => columns)].map((ids) => ids[0]),
  );
  const added: TableIndex[] = [];
  for (const key of table.foreignKeys) {
    if (leading.has(key.column)) continue;
    leading.add(key.column);
    const name = uniqueName(key.name.replace(/_fkey(?=_\d+$|$)/, "_fidx"), taken, "_");
    taken.add(name);
    const columns = pairsOf(key).map(({ column }) => column);
    added.push({ id: `foreign:${key.id}`, subject: key.subject, name, columns, unique: false });
  }
  return added.length === 0 ? table : { ...table, indexes: [...table.indexes, ...added] };
}

function keysOf(table: Table): readonly (readonly string[])[] {
  return [
    ...(table.primaryKey === undefined ? [] : [table.primaryKey]),
    ...table.uniqueKeys,
    ...table.indexes.filter(({ unique }) => unique),
  ].map(({ columns }) => columns);
}
