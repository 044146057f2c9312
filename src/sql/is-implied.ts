import type { Entity, Field } from "../design/design.ts";
import { assertNever } from "../util/assert-never.ts";

/** Whether the bounds of the field already say what a declared rule says, so that one is enough. */
export function isImplied(rule: Entity["rules"][number], field: Field | undefined): boolean {
  if (field === undefined || rule.value === undefined) return false;
  const { minimum, maximum } = field;
  switch (rule.operator) {
    case "gte":
      return minimum !== undefined && minimum >= rule.value;
    case "gt":
      return minimum !== undefined && minimum > rule.value;
    case "lte":
      return maximum !== undefined && maximum <= rule.value;
    case "lt":
      return maximum !== undefined && maximum < rule.value;
    case "ne":
      return false;
    default:
      return assertNever(rule.operator);
  }
}
