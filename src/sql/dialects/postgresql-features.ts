import type { HistoryTrigger, Policy, Table } from "../relational-model.ts";
import { partitionPrefix } from "../partition-prefix.ts";
import { nextPartitions } from "./postgresql-maintenance.ts";
import type { Quoting } from "./postgresql-maintenance.ts";
import type { TableFeatures } from "./table-features.ts";

/** Row-level security, triggers and declarative partitions of PostgreSQL 15 and later. */
export function postgresqlFeatures({ identifier, literal, typeName }: Quoting): TableFeatures {
  const column = (table: Table, id: string) => table.columns.find((own) => own.id === id);
  const functionOf = ({ name }: HistoryTrigger): string => identifier(name);
  return {
    concatenate: (expressions) => expressions.join(" || ' ' || "),
    widen: (expression) => `CAST(${expression} AS bigint)`,
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
    firstPartitions(table, partition, prefix = partitionPrefix(table.id)) {
      const own = identifier(table.name);
      const part = (ending: string): string =>
        `CREATE TABLE ${identifier(`${prefix}${ending}`)} PARTITION OF ${own}`;
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
          return [rest, nextPartitions(table, partition, literal, prefix)];
        default:
          return partition.method satisfies never;
      }
    },
  };
}
