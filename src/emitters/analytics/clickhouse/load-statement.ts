import type { Design } from "../../../design/design.ts";
import type { WarehouseTable } from "../../../design/warehouse/warehouse-table.ts";
import { assertNever } from "../../../util/assert-never.ts";
import type { SqlStatement } from "../sql-statement.ts";
import { loadCalendar } from "./load-calendar.ts";
import { loadDimension } from "./load-dimension.ts";
import { loadFact } from "./load-fact.ts";
import { loadWindows } from "./load-windows.ts";
import { stageOf } from "./stage.ts";

/** How rows of a table are made of what is staged, of events or of the calendar. */
export function loadStatement(
  table: WarehouseTable,
  all: readonly WarehouseTable[],
  design: Design,
): SqlStatement | undefined {
  switch (table.role) {
    case "date-dimension":
      return loadCalendar(table);
    case "dimension":
      return loadDimension(stageOf(table, all));
    case "fact":
      return loadFact(stageOf(table, all), all);
    case "aggregate": {
      const events = all.find(({ role, context }) => role === "event" && context === table.context);
      return loadWindows(table, events, windowOf(design, table));
    }
    // A job writes them as they come.
    case "event":
      return undefined;
    default:
      return assertNever(table.role);
  }
}

function windowOf({ system }: Design, table: WarehouseTable) {
  const key = `${table.context}/${table.entity.id}`;
  const job = system.governance.pipelines.find(({ sinkEntity }) => sinkEntity === key);
  return { window: job?.windowSeconds ?? 60, lateness: job?.latenessSeconds ?? 0 };
}
