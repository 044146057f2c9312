import type { Design } from "../../design/design.ts";
import type { WarehouseTable } from "../../design/warehouse/warehouse-table.ts";
import { warehousePaths } from "../../design/warehouse/warehouse-paths.ts";
import { loadStatement } from "./clickhouse/load-statement.ts";

/** Where the load of a table is; nothing where a job writes its rows as they come. */
export function loadPath(
  table: WarehouseTable,
  all: readonly WarehouseTable[],
  design: Design,
): string | undefined {
  if (loadStatement(table, all, design) === undefined) return undefined;
  return warehousePaths.load(table, all);
}
