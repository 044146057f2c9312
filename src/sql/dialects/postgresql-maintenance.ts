import { columnName } from "../check-expression.ts";
import type { ClearedColumn } from "../cleared-columns.ts";
import { partitionPrefix } from "../partition-prefix.ts";
import type { Partition, Table } from "../relational-model.ts";
import type { Maintenance, OldRows } from "./maintenance.ts";

/** Partitions that are made ahead of the present one. */
const AHEAD = 3;

/** Rows of one batch: short enough not to hold up others, long enough to get on. */
const BATCH = 5000;

/** Characters of a digest in hexadecimal, and of one that says that it stands for a removed value. */
const DIGEST = 32;
const MARKED = "removed-".length + DIGEST;

/** How PostgreSQL says a name and a text; given, so that the dialect and its parts need no circle. */
export interface Quoting {
  readonly identifier: (name: string) => string;
  readonly literal: (text: string) => string;
  readonly typeName: (type: Table["columns"][number]["type"]) => string;
}

/** Jobs of PostgreSQL 15 and later. */
export function postgresqlMaintenance({ identifier, literal }: Quoting): Maintenance {
  function oldKeys(table: Table, { column, days, keepers }: OldRows): string {
    const own = identifier(table.name);
    const keys = (table.primaryKey?.columns ?? []).map((id) => identifier(columnName(table, id)));
    const age = `t.${identifier(columnName(table, column))}`;
    const free = keepers.map(({ table: keeper, pairs }) => {
      const joined = pairs.map((pair) => {
        const theirs = `k.${identifier(columnName(keeper, pair.column))}`;
        return `${theirs} = t.${identifier(columnName(table, pair.targetColumn))}`;
      });
      return `\n    AND NOT EXISTS (SELECT 1 FROM ${identifier(keeper.name)} AS k WHERE ${joined.join(" AND ")})`;
    });
    return (
      `DELETE FROM ${own} WHERE (${keys.join(", ")}) IN (\n` +
      `  SELECT ${keys.map((key) => `t.${key}`).join(", ")} FROM ${own} AS t\n` +
      `  WHERE ${age} < now() - interval '${days} days'${free.join("")}\n` +
      `  ORDER BY ${age} LIMIT ${BATCH}\n)`
    );
  }
  return {
    words:
      "Jobs for a scheduler, each statement in a transaction of its own, as a role that row-level security does not hold (BYPASSRLS).",
    nextPartitions: (table, partition) => nextPartitions(table, partition, literal),
    dropPartitions: (table, _partition, days) =>
      "DO $body$\nDECLARE\n  part record;\nBEGIN\n" +
      "  FOR part IN\n    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid\n" +
      `    WHERE i.inhparent = ${literal(table.name)}::regclass\n` +
      "      AND substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \\(''([^'']+)''\\)')::timestamptz\n" +
      `        <= now() - interval '${days} days'\n  LOOP\n` +
      `    EXECUTE format('ALTER TABLE %I DETACH PARTITION %I', ${literal(table.name)}, part.relname);\n` +
      "    EXECUTE format('DROP TABLE %I', part.relname);\n  END LOOP;\nEND\n$body$",
    anonymiseBatch: (table, rows, cleared) =>
      anonymiseBatch(table, rows, cleared, { identifier, literal }),
    deleteBatch: (table, rows) => [oldKeys(table, rows)],
    archiveBatch(table, rows) {
      const archive = identifier(`${table.name.slice(0, 55)}_archive`);
      const columns = table.columns.map(({ name }) => identifier(name)).join(", ");
      return [
        `CREATE TABLE IF NOT EXISTS ${archive} (LIKE ${identifier(table.name)})`,
        `WITH old AS (\n${oldKeys(table, rows)}\nRETURNING *)\n` +
          `INSERT INTO ${archive} (${columns}) SELECT ${columns} FROM old`,
      ];
    },
  };
}

/** A row that is cleared already is not taken again: the batches come to an end. */
function anonymiseBatch(
  table: Table,
  { column, days }: OldRows,
  cleared: readonly ClearedColumn[],
  { identifier, literal }: Pick<Quoting, "identifier" | "literal">,
): readonly string[] {
  const own = identifier(table.name);
  const named = (id: string): string => identifier(columnName(table, id));
  const primary = (table.primaryKey?.columns ?? []).map(named);
  const valueOf = (clear: ClearedColumn): string => {
    if (clear.to === "nothing") return "NULL";
    if (clear.to === "text") return literal(clear.text);
    if (clear.to === "number") return String(clear.value);
    if (clear.to === "year") return yearOf(`t.${named(clear.column)}`, clear.kind);
    const key = `md5(concat_ws('/', ${primary.map((name) => `t.${name}`).join(", ")}))`;
    const text = clear.minimum > DIGEST ? `rpad(${key}, ${clear.minimum}, '-')` : key;
    return clear.maximum < MARKED
      ? text
      : `rpad('removed-' || ${key}, ${Math.max(clear.minimum, MARKED)}, '-')`;
  };
  const isOld = `t.${named(column)} < now() - interval '${days} days'`;
  const differs = cleared.map(
    (clear) => `t.${named(clear.column)} IS DISTINCT FROM ${valueOf(clear)}`,
  );
  const sets = cleared.map((clear) => `${named(clear.column)} = ${valueOf(clear)}`);
  const update =
    `UPDATE ${own} AS t SET\n  ${sets.join(",\n  ")}\n` +
    `WHERE (${primary.map((name) => `t.${name}`).join(", ")}) IN (\n` +
    `  SELECT ${primary.map((name) => `t.${name}`).join(", ")} FROM ${own} AS t\n` +
    `  WHERE ${isOld}\n    AND (${differs.join("\n      OR ")})\n` +
    `  ORDER BY t.${named(column)} LIMIT ${BATCH}\n)`;
  if (table.history === undefined) return [update];
  const same = primary.map((name) => `h.${name} = t.${name}`);
  return [
    update,
    `DELETE FROM ${identifier(table.history.into)} AS h USING ${own} AS t\n` +
      `WHERE ${same.join(" AND ")} AND ${isOld}`,
  ];
}

/** In UTC, whatever the session says. */
function yearOf(name: string, kind: "date" | "timestamp"): string {
  return kind === "date"
    ? `date_trunc('year', ${name})::date`
    : `date_trunc('year', ${name} AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'`;
}

/**
 * Makes the partitions of the present and the next intervals, as far as they are not there: what
 * a new table begins with and what a job repeats. In UTC, whatever the session says.
 */
export function nextPartitions(
  { id, name }: Table,
  { interval = "month" }: Partition,
  literal: Quoting["literal"],
  begin = partitionPrefix(id),
): string {
  const start = `date_trunc('${interval}', now() AT TIME ZONE 'UTC')`;
  const prefix = literal(begin);
  return (
    "DO $body$\nDECLARE\n  bound timestamp;\n  part text;\nBEGIN\n" +
    `  FOR ahead IN 0..${AHEAD} LOOP\n` +
    `    bound := ${start} + ahead * interval '1 ${interval}';\n` +
    `    part := ${prefix} || to_char(bound, '"p"YYYYMMDD');\n` +
    "    IF to_regclass(quote_ident(part)) IS NULL THEN\n" +
    "      EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',\n" +
    `        part, ${literal(name)}, bound || '+00', (bound + interval '1 ${interval}') || '+00');\n` +
    "    END IF;\n  END LOOP;\nEND\n$body$"
  );
}
