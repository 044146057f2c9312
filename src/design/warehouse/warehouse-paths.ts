import type { Store } from "../design.ts";
import type { WarehouseTable } from "./warehouse-table.ts";

/** Where the artifacts of an analytical store and of its jobs lie in the package. */
export const warehousePaths = {
  schema: ({ id }: Pick<Store, "id">): string => `analytics/${id}/schema.sql`,
  load: (table: WarehouseTable, all: readonly WarehouseTable[]): string => {
    const isAmbiguous = all.some((other) => other !== table && other.name === table.name);
    const name = isAmbiguous ? `${table.database}_${table.name}` : table.name;
    return `analytics/${table.store.id}/load/${name}.sql`;
  },
  job: ({ id }: { readonly id: string }): string => `analytics/jobs/${id}.yaml`,
} as const;
