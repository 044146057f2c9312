import { isDeepEqual } from "../util/is-deep-equal.ts";
import { assertNever } from "../util/assert-never.ts";
import type { TablesById } from "./ddl.ts";
import { addCheck, addForeignKey, addKey, createIndex, indexComment } from "./ddl.ts";
import type { Dialect } from "./dialects/dialect.ts";
import type {
  CheckRule,
  ForeignKey,
  Key,
  Table,
  TableCheck,
  TableIndex,
} from "./relational-model.ts";
import type { SqlStatement } from "./sql-line.ts";
import { statement } from "./sql-line.ts";

/** A constraint or an index of a table. */
export type TableObject =
  | { readonly kind: "primary-key"; readonly part: Key }
  | { readonly kind: "unique-key"; readonly part: Key }
  | { readonly kind: "foreign-key"; readonly part: ForeignKey }
  | { readonly kind: "check"; readonly part: TableCheck }
  | { readonly kind: "index"; readonly part: TableIndex };

export function objectsOf(table: Table): readonly TableObject[] {
  const { primaryKey } = table;
  return [
    ...(primaryKey === undefined ? [] : [{ kind: "primary-key", part: primaryKey } as const]),
    ...table.uniqueKeys.map((part) => ({ kind: "unique-key", part }) as const),
    ...table.indexes.map((part) => ({ kind: "index", part }) as const),
    ...table.checks.map((part) => ({ kind: "check", part }) as const),
    ...table.foreignKeys.map((part) => ({ kind: "foreign-key", part }) as const),
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
      return [object.part.column];
    case "check":
      return columnsOfRule(object.part.rule);
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
    default:
      return assertNever(object);
  }
}

export function dropObject(dialect: Dialect, table: Table, object: TableObject): SqlStatement {
  const { kind, part } = object;
  return statement(part.subject, `${dialect.dropObject(kind, table.name, part.name)};`);
}

function columnsOfRule(rule: CheckRule): readonly string[] {
  const others = rule.kind === "compare" && typeof rule.to === "object" ? [rule.to.column] : [];
  return [rule.column, ...others];
}
