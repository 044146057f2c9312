import type { Design } from "../../design/design.ts";
import type { WarehouseTable } from "../../design/warehouse/warehouse-table.ts";
import { loadStatement } from "./clickhouse/load-statement.ts";

/** Where the load of a table is; nothing where a job writes its rows as they come. */
export function loadPath(
  table: WarehouseTable,
  all: readonly WarehouseTable[],
  design: Design,
): string | undefined {
  if (loadStatement(table, all, design) === undefined) return undefined;
  const isAmbiguous = all.some((other) => other !== table && other.name === table.name);
  const name = isAmbiguous ? `${table.database}_${table.name}` : table.name;
  return `analytics/${table.store.id}/load/${name}.sql`;
}
