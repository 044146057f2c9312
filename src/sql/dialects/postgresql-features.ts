import type { HistoryTrigger, Partition, Policy, Table } from "../relational-model.ts";
import { partitionPrefix } from "../partition-prefix.ts";
import type { TableFeatures } from "./table-features.ts";

/** Partitions that are made ahead of the present one. */
const AHEAD = 3;

/** How PostgreSQL says a name and a text; given, so that the dialect and this file need no circle. */
export interface Quoting {
  readonly identifier: (name: string) => string;
  readonly literal: (text: string) => string;
  readonly typeName: (type: Table["columns"][number]["type"]) => string;
}

/** Row-level security, triggers and declarative partitions of PostgreSQL 15 and later. */
export function postgresqlFeatures({ identifier, literal, typeName }: Quoting): TableFeatures {
  const column = (table: Table, id: string) => table.columns.find((own) => own.id === id);
  const functionOf = ({ name }: HistoryTrigger): string => identifier(name);
  return {
    concatenate: (expressions) => expressions.join(" || ' ' || "),
    setNull: (columns) => `SET NULL (${columns.join(", ")})`,
    addPolicy(table, { name, column: id }) {
      const tenant = column(table, id);
      const type = tenant === undefined ? "text" : typeName(tenant.type);
      // In a SELECT of its own, the setting is read once and not for every row.
      const present = `(SELECT CAST(nullif(current_setting('app.tenant_id', true), '') AS ${type}))`;
      const own = identifier(table.name);
      return [
        `ALTER TABLE ${own} ENABLE ROW LEVEL SECURITY`,
        `ALTER TABLE ${own} FORCE ROW LEVEL SECURITY`,
        `CREATE POLICY ${identifier(name)} ON ${own}\n  USING (${identifier(tenant?.name ?? id)} = ${present})`,
      ];
    },
    dropPolicy(table, { name }: Policy) {
      const own = identifier(table.name);
      return [
        `DROP POLICY ${identifier(name)} ON ${own}`,
        `ALTER TABLE ${own} NO FORCE ROW LEVEL SECURITY`,
        `ALTER TABLE ${own} DISABLE ROW LEVEL SECURITY`,
      ];
    },
    addHistory(table, history) {
      const { into, name, own, columns } = history;
      const names = [own.by, own.change, ...columns].map(identifier).join(", ");
      const values = columns.map((source) => `OLD.${identifier(source)}`).join(", ");
      return [
        `CREATE FUNCTION ${functionOf(history)}() RETURNS trigger LANGUAGE plpgsql AS $body$\n` +
          "BEGIN\n" +
          `  INSERT INTO ${identifier(into)} (${names})\n` +
          `  VALUES (nullif(current_setting('app.user_id', true), ''), lower(TG_OP), ${values});\n` +
          "  RETURN NULL;\n" +
          "END\n$body$",
        `CREATE TRIGGER ${identifier(name)} AFTER UPDATE OR DELETE ON ${identifier(table.name)}\n` +
          `  FOR EACH ROW EXECUTE FUNCTION ${functionOf(history)}()`,
      ];
    },
    dropHistory: (table, history) => [
      `DROP TRIGGER ${identifier(history.name)} ON ${identifier(table.name)}`,
      `DROP FUNCTION ${functionOf(history)}()`,
    ],
    dropHistoryRemains: (history) => [`DROP FUNCTION ${functionOf(history)}()`],
    partitionBy: (table, { method, column: id }) =>
      ` PARTITION BY ${method.toUpperCase()} (${identifier(column(table, id)?.name ?? id)})`,
    firstPartitions(table, partition) {
      const own = identifier(table.name);
      const part = (ending: string): string =>
        `CREATE TABLE ${identifier(`${partitionPrefix(table.id)}${ending}`)} PARTITION OF ${own}`;
      const rest = `${part("default")} DEFAULT`;
      switch (partition.method) {
        case "hash": {
          const { parts = 2 } = partition;
          return Array.from(
            { length: parts },
            (_, index) =>
              `${part(`p${index}`)} FOR VALUES WITH (MODULUS ${parts}, REMAINDER ${index})`,
          );
        }
        case "list":
          return [
            ...(partition.values ?? []).map(
              (value, index) => `${part(`p${index}`)} FOR VALUES IN (${literal(value)})`,
            ),
            rest,
          ];
        case "range":
          return [rest, nextPartitions(table, partition, { literal })];
        default:
          return partition.method satisfies never;
      }
    },
  };
}

/**
 * Makes the partitions of the present and the next intervals, as far as they are not there: what
 * a new table begins with and what a job repeats. In UTC, whatever the session says.
 */
export function nextPartitions(
  { id, name }: Table,
  { interval = "month" }: Partition,
  { literal }: Pick<Quoting, "literal">,
): string {
  const start = `date_trunc('${interval}', now() AT TIME ZONE 'UTC')`;
  const prefix = literal(partitionPrefix(id));
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
