import { isDeepEqual } from "../util/is-deep-equal.ts";
import { assertNever } from "../util/assert-never.ts";
import type { TablesById } from "./ddl.ts";
import { addCheck, addForeignKey, addKey, createIndex, indexComment } from "./ddl.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { pairsOf } from "./pairs-of.ts";
import type {
  CheckRule,
  ForeignKey,
  HistoryTrigger,
  Key,
  Policy,
  Table,
  TableCheck,
  TableIndex,
} from "./relational-model.ts";
import type { SqlStatement } from "./sql-line.ts";
import { statement } from "./sql-line.ts";

/** A constraint, an index, a policy or a trigger of a table. */
export type TableObject =
  | { readonly kind: "primary-key"; readonly part: Key }
  | { readonly kind: "unique-key"; readonly part: Key }
  | { readonly kind: "foreign-key"; readonly part: ForeignKey }
  | { readonly kind: "check"; readonly part: TableCheck }
  | { readonly kind: "index"; readonly part: TableIndex }
  | { readonly kind: "policy"; readonly part: Policy }
  | { readonly kind: "history"; readonly part: HistoryTrigger };

export function objectsOf(table: Table): readonly TableObject[] {
  const { primaryKey, policy, history } = table;
  return [
    ...(primaryKey === undefined ? [] : [{ kind: "primary-key", part: primaryKey } as const]),
    ...table.uniqueKeys.map((part) => ({ kind: "unique-key", part }) as const),
    ...table.indexes.map((part) => ({ kind: "index", part }) as const),
    ...table.checks.map((part) => ({ kind: "check", part }) as const),
    ...table.foreignKeys.map((part) => ({ kind: "foreign-key", part }) as const),
    ...(policy === undefined ? [] : [{ kind: "policy", part: policy } as const]),
    ...(history === undefined ? [] : [{ kind: "history", part: history } as const]),
  ];
}

/** The identity of an object within its table. */
export function objectId({ kind, part }: TableObject): string {
  return `${kind}/${part.id}`;
}

/** The ids of the columns of its own table that it is about. */
export function columnsOf(object: TableObject): readonly string[] {
  switch (object.kind) {
    case "primary-key":
    case "unique-key":
    case "index":
      return object.part.columns;
    case "foreign-key":
      return pairsOf(object.part).map(({ column }) => column);
    case "check":
      return columnsOfRule(object.part.rule);
    case "policy":
      return [object.part.column];
    case "history":
      return [];
    default:
      return assertNever(object);
  }
}

/** Whether two objects say the same, whatever they are called and whatever is said about them. */
export function hasSameDefinition(a: TableObject, b: TableObject): boolean {
  const definition = ({ kind, part }: TableObject): unknown => {
    return { ...part, kind, name: "", subject: "", comment: "" };
  };
  return isDeepEqual(definition(a), definition(b));
}

export function addObject(
  dialect: Dialect,
  table: Table,
  object: TableObject,
  tables: TablesById,
): readonly SqlStatement[] {
  switch (object.kind) {
    case "primary-key":
      return [addKey(dialect, table, object.part, "PRIMARY KEY")];
    case "unique-key":
      return [addKey(dialect, table, object.part, "UNIQUE")];
    case "index":
      return [
        createIndex(dialect, table, object.part),
        ...indexComment(dialect, object.part, object.part.comment),
      ];
    case "check":
      return [addCheck(dialect, table, object.part)];
    case "foreign-key":
      return [addForeignKey(dialect, table, object.part, tables)];
    case "policy":
      return statements(object.part, dialect.features.addPolicy(table, object.part));
    case "history":
      return statements(object.part, dialect.features.addHistory(table, object.part));
    default:
      return assertNever(object);
  }
}

export function dropObject(
  dialect: Dialect,
  table: Table,
  object: TableObject,
): readonly SqlStatement[] {
  const { kind, part } = object;
  switch (kind) {
    case "policy":
      return statements(part, dialect.features.dropPolicy(table, part));
    case "history":
      return statements(part, dialect.features.dropHistory(table, part));
    case "primary-key":
    case "unique-key":
    case "foreign-key":
    case "check":
    case "index":
      return statements(part, [dialect.dropObject(kind, table.name, part.name)]);
    default:
      return assertNever(kind);
  }
}

function statements(
  { subject }: { readonly subject: string },
  texts: readonly string[],
): readonly SqlStatement[] {
  return texts.map((text) => statement(subject, `${text};`));
}

function columnsOfRule(rule: CheckRule): readonly string[] {
  const others = rule.kind === "compare" && typeof rule.to === "object" ? [rule.to.column] : [];
  return [rule.column, ...others];
}
