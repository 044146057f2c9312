import { uniqueName } from "../util/naming.ts";
import { checkExpression, columnName } from "./check-expression.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { pairsOf } from "./pairs-of.ts";
import { indexCondition } from "./index-condition.ts";
import type {
  Column,
  ForeignKey,
  Key,
  TableIndex,
  RelationalModel,
  Table,
  TableCheck,
} from "./relational-model.ts";

/** Most rows that a check returns. */
export const CHECK_LIMIT = 100;

/** What a row that a check returns has done. */
export type Violation =
  | { readonly kind: "orphan"; readonly foreignKey: ForeignKey }
  | { readonly kind: "missing"; readonly column: Column }
  | {
      readonly kind: "duplicate";
      readonly columns: readonly string[];
      readonly where?: TableIndex["where"];
    }
  | { readonly kind: "forbidden"; readonly check: TableCheck };

/** A query that returns the rows which break one rule of the Design; no rows: fine. */
export interface ConsistencyCheck {
  /** `orders.customer_id.orphan`; unique in its context. */
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  readonly table: Table;
  readonly violation: Violation;
  /** One SELECT of `check_id`, `object`, `row_key` and `detail`, without its semicolon. */
  readonly sql: string;
}

/**
 * All rules of a table as queries: missing values, duplicates, orphans, values outside their
 * bounds. A constraint holds them too, unless it is not validated yet, was dropped for a load, or
 * the rows come from elsewhere: that is when the queries are run.
 */
export function consistencyChecks(
  dialect: Dialect,
  model: RelationalModel,
  table: Table,
): readonly ConsistencyCheck[] {
  const taken = new Set<string>();
  const idOf = (columns: readonly string[], kind: string): string => {
    const names = columns.map((id) => columnName(table, id));
    const id = uniqueName(`${table.name}.${names.join("_")}.${kind}`, taken, "_");
    taken.add(id);
    return id;
  };
  const target = new Map(model.tables.map((candidate) => [candidate.id, candidate]));
  const keys: readonly (Key & Pick<TableIndex, "where">)[] = [
    ...(table.primaryKey === undefined ? [] : [table.primaryKey]),
    ...table.uniqueKeys,
    ...table.indexes.filter(({ unique }) => unique),
  ];
  return [
    ...table.columns
      .filter(({ nullable }) => !nullable)
      .map((column) => findMissing(dialect, table, column, idOf([column.id], "missing"))),
    ...keys.map((key) => {
      const id = idOf(key.columns, "duplicate");
      return {
        ...findDuplicates(dialect, table, key, id),
        subject: key.subject,
      };
    }),
    ...table.foreignKeys.flatMap((key) => {
      const parent = target.get(key.table);
      if (parent === undefined) return [];
      const columns = pairsOf(key).map(({ column }) => column);
      return [findOrphans(dialect, table, parent, key, idOf(columns, "orphan"))];
    }),
    ...table.checks.map((check) =>
      findForbidden(dialect, table, check, idOf([check.rule.column], "forbidden")),
    ),
  ];
}

function findMissing(dialect: Dialect, table: Table, column: Column, id: string): ConsistencyCheck {
  const name = `t.${dialect.identifier(column.name)}`;
  return {
    id,
    title: `rows without a value of ${column.name}`,
    subject: column.subject,
    table,
    violation: { kind: "missing", column },
    sql: `${selectRows(dialect, table, id, [column.id], "NULL")}\nWHERE ${name} IS NULL LIMIT ${CHECK_LIMIT}`,
  };
}

function findDuplicates(
  dialect: Dialect,
  table: Table,
  { columns, where }: Pick<TableIndex, "columns" | "where">,
  id: string,
): Omit<ConsistencyCheck, "subject"> {
  const names = columns.map((column) => `t.${dialect.identifier(columnName(table, column))}`);
  const condition = indexCondition(dialect, table, { where }, "t.");
  const isGiven = [
    ...names.map((name) => `${name} IS NOT NULL`),
    ...(condition === undefined ? [] : [condition]),
  ].join(" AND ");
  const count = dialect.asText("COUNT(*)");
  const head = selectRows(dialect, table, id, columns, count, (key) => `MIN(${key})`);
  return {
    id,
    title: `values of ${columns.map((column) => columnName(table, column)).join(", ")} that stand twice`,
    table,
    violation: { kind: "duplicate", columns, ...(where === undefined ? {} : { where }) },
    sql: `${head}\nWHERE ${isGiven}\nGROUP BY ${names.join(", ")} HAVING COUNT(*) > 1 LIMIT ${CHECK_LIMIT}`,
  };
}

function findOrphans(
  dialect: Dialect,
  table: Table,
  parent: Table,
  foreignKey: ForeignKey,
  id: string,
): ConsistencyCheck {
  const pairs = pairsOf(foreignKey).map(({ column, targetColumn }) => ({
    own: `t.${dialect.identifier(columnName(table, column))}`,
    other: `p.${dialect.identifier(columnName(parent, targetColumn))}`,
  }));
  const columns = pairsOf(foreignKey).map(({ column }) => column);
  const texts = pairs.map(({ own }) => dialect.asText(own));
  const detail = texts.length === 1 ? (texts[0] ?? "NULL") : dialect.joinTexts(texts);
  const head = selectRows(dialect, table, id, columns, detail);
  const names = columns.map((column) => columnName(table, column)).join(", ");
  return {
    id,
    title: `rows whose ${names} is in no row of ${parent.name}`,
    subject: foreignKey.subject,
    table,
    violation: { kind: "orphan", foreignKey },
    sql:
      `${head}\nLEFT JOIN ${dialect.identifier(parent.name)} AS p ` +
      `ON ${pairs.map(({ own, other }) => `${other} = ${own}`).join(" AND ")}\n` +
      `WHERE ${pairs.map(({ own }) => `${own} IS NOT NULL`).join(" AND ")} ` +
      `AND ${pairs[0]?.other ?? "NULL"} IS NULL LIMIT ${CHECK_LIMIT}`,
  };
}

function findForbidden(
  dialect: Dialect,
  table: Table,
  check: TableCheck,
  id: string,
): ConsistencyCheck {
  const { rule } = check;
  const column = `t.${dialect.identifier(columnName(table, rule.column))}`;
  // Of a text that is too long or too short its length is shown: the text may be private.
  const shown = rule.kind === "length" ? dialect.characterLength(column) : column;
  const head = selectRows(dialect, table, id, [rule.column], dialect.asText(shown));
  const condition = checkExpression(dialect, table, rule, "t.");
  return {
    id,
    title: `values of ${columnName(table, rule.column)} that ${check.name} forbids`,
    subject: check.subject,
    table,
    violation: { kind: "forbidden", check },
    sql: `${head}\nWHERE NOT (${condition}) LIMIT ${CHECK_LIMIT}`,
  };
}

/** Up to `FROM table AS t`. */
export function selectRows(
  dialect: Dialect,
  table: Table,
  id: string,
  columns: readonly string[],
  detail: string,
  aggregate: (key: string) => string = (key) => key,
): string {
  const object = [table.name, columns.map((column) => columnName(table, column)).join("+")].join(
    ".",
  );
  return (
    `SELECT ${dialect.literal(id)} AS check_id, ${dialect.literal(object)} AS object, ` +
    `${aggregate(rowKey(dialect, table))} AS row_key, ${detail} AS detail\n` +
    `FROM ${dialect.identifier(table.name)} AS t`
  );
}

function rowKey(dialect: Dialect, table: Table): string {
  const names = (table.primaryKey?.columns ?? []).map(
    (column) => `t.${dialect.identifier(columnName(table, column))}`,
  );
  const [first] = names;
  if (first === undefined) return dialect.literal("");
  if (names.length === 1) return dialect.asText(first);
  return dialect.joinTexts(names.map(dialect.asText));
}
