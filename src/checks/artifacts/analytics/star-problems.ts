import type { WarehouseTable } from "../../../design/warehouse/warehouse-table.ts";
import { qualifiedName } from "../../../design/warehouse/warehouse-table.ts";
import type { Clickhouse } from "../../../engines/clickhouse.ts";
import { bare } from "./fingerprint.ts";

/** What does not hold between the rows of a loaded table, and between a fact and its dimensions. */
export function starProblems(
  engine: Clickhouse,
  name: string,
  tables: readonly WarehouseTable[],
): readonly string[] {
  const table = tables.find((candidate) => qualifiedName(candidate) === bare(name));
  if (table === undefined) return ["the Design has no such table"];
  return [...versionProblems(engine, name, table), ...keyProblems(engine, name, table, tables)];
}

function versionProblems(
  engine: Clickhouse,
  name: string,
  { validity, naturalKey }: WarehouseTable,
): readonly string[] {
  if (validity === undefined) return [];
  const by = naturalKey.map((column) => `\`${column.name}\``).join(", ");
  const from = `\`${validity.from.name}\``;
  const count = countOf(
    engine,
    `SELECT count() AS wrong FROM (
       SELECT \`${validity.until.name}\` AS ends, leadInFrame(toNullable(${from})) OVER (
         PARTITION BY ${by} ORDER BY ${from} ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
       ) AS next FROM ${name} FINAL
     ) WHERE NOT (ends <=> next)`,
  );
  return count === 0 ? [] : ["the end of a version is not the start of the next"];
}

function keyProblems(
  engine: Clickhouse,
  name: string,
  table: WarehouseTable,
  tables: readonly WarehouseTable[],
): readonly string[] {
  return table.dimensions.flatMap(({ column, entity }) => {
    const target = tables.find(
      (other) => other.context === table.context && other.entity.id === entity,
    );
    const [key] = target?.entity.primaryKey ?? [];
    const id = target?.columns.find(({ field }) => field.id === key);
    // A calendar is filled for a span; days outside of it are not there yet.
    if (target === undefined || id === undefined || target.role === "date-dimension") return [];
    const own = `\`${column.name}\``;
    const dimension = `\`${target.database}\`.\`${target.name}\``;
    const orphans = countOf(
      engine,
      `SELECT count() AS wrong FROM ${name} FINAL WHERE toString(${own}) NOT IN
       (SELECT toString(\`${id.name}\`) FROM ${dimension} FINAL) AND ${own} != defaultValueOfArgumentType(${own})`,
    );
    const found = countOf(
      engine,
      `SELECT count() AS wrong FROM ${name} FINAL WHERE ${own} != defaultValueOfArgumentType(${own})`,
    );
    return [
      ...(orphans === 0 ? [] : [`${column.name} holds keys that ${target.name} does not have`]),
      ...(found === 0 ? [`${column.name} finds no row of ${target.name}`] : []),
    ];
  });
}

function countOf(engine: Clickhouse, query: string): number {
  const result = engine.run(query);
  return "failure" in result ? Number.NaN : Number(result.rows[0]?.["wrong"]);
}
