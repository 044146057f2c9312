import type { WarehouseColumn, WarehouseTable } from "../../design/warehouse/warehouse-table.ts";

const RATIO =
  /(?:^|_)(?:price|rate|ratio|percent|percentage|share|average|avg|mean|median|score|rating|temperature|speed|factor|margin_percent)(?:_|$)/;
const LEVEL =
  /(?:^|_)(?:balance|level|stock|inventory|headcount|on_hand|open|backlog|members)(?:_|$)/;

/** Whether a measure of a fact may be summed: over everything, not over time, or not at all. */
export function additivityOf(
  column: WarehouseColumn,
  { role, naturalKey, attributes }: WarehouseTable,
): "additive" | "semi-additive: not over time" | "not additive" | undefined {
  const { field, name } = column;
  const isNumber = ["integer", "bigint", "decimal"].includes(field.type);
  if (role !== "fact" || !isNumber || naturalKey.includes(column) || !attributes.includes(column))
    return undefined;
  if (RATIO.test(name)) return "not additive";
  return LEVEL.test(name) ? "semi-additive: not over time" : "additive";
}
