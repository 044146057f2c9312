import { isDeepEqual } from "../../util/is-deep-equal.ts";
import type { CheckRule } from "../relational-model.ts";
import type { TableObject } from "../table-object.ts";
import { columnsOf, hasSameDefinition } from "../table-object.ts";
import type { ColumnMove } from "./column-move.ts";
import type { Moves } from "./has-way.ts";
import { leadsToChanging } from "./has-way.ts";

/**
 * When a new rule can hold: at once, since the old version of the service cannot break it; when
 * the switch has happened; when the old version is gone; when new primary keys are there.
 */
export type RuleTime = "expand" | "switch" | "contract" | "keys";

export function replacementTime(
  was: TableObject,
  is: TableObject,
  moves: Moves,
  changing: ReadonlySet<string>,
): RuleTime {
  if (is.kind === "policy" || is.kind === "history") return "switch";
  if (is.kind === "primary-key") return "keys";
  const isHeld = hasSameDefinition(was, is) || isImpliedBy(is, was);
  if (!isHeld) return additionTime(is, moves, changing);
  const table = is.kind === "foreign-key" && leadsToChanging(is, changing);
  const own = columnsOf(is).some((column) => moves.get(column)?.way === "plain");
  return table || own ? "switch" : "expand";
}

/** Whether rows that keep `was` keep `is` too. */
export function isImpliedBy(is: TableObject, was: TableObject): boolean {
  if (is.kind === "check" && was.kind === "check") return isWeaker(is.part.rule, was.part.rule);
  if (is.kind === "foreign-key" && was.kind === "foreign-key") {
    return hasSameDefinition(is, {
      ...was,
      part: { ...was.part, onDelete: is.part.onDelete },
    });
  }
  if (is.kind === "unique-key" && was.kind === "unique-key") {
    return was.part.columns.every((column) => is.part.columns.includes(column));
  }
  if (is.kind !== "index" || was.kind !== "index") return false;
  return (
    !is.part.unique ||
    (was.part.unique &&
      isDeepEqual(is.part.columns, was.part.columns) &&
      isDeepEqual(is.part.where, was.part.where))
  );
}

function isWeaker(is: CheckRule, was: CheckRule): boolean {
  if (is.kind === "values" && was.kind === "values") {
    return is.column === was.column && was.values.every((value) => is.values.includes(value));
  }
  if (
    (is.kind === "range" && was.kind === "range") ||
    (is.kind === "length" && was.kind === "length")
  ) {
    const holdsLow =
      is.minimum === undefined || (was.minimum !== undefined && was.minimum >= is.minimum);
    const holdsHigh =
      is.maximum === undefined || (was.maximum !== undefined && was.maximum <= is.maximum);
    return is.column === was.column && holdsLow && holdsHigh;
  }
  return false;
}

export function additionTime(
  object: TableObject,
  moves: Moves,
  changing: ReadonlySet<string>,
): RuleTime {
  const ways = columnsOf(object).map((column) => moves.get(column));
  const isNew = ways.every((move) => move?.way === "add");
  switch (object.kind) {
    case "policy":
    case "history":
      return "switch";
    case "primary-key":
      return "keys";
    case "index": {
      const isPlain = ways.some((move) => move?.way === "plain");
      if (!object.part.unique) return isPlain ? "contract" : "expand";
      return object.part.where === undefined && isFilledLater(ways) ? "expand" : "contract";
    }
    case "unique-key":
      return isFilledLater(ways) ? "expand" : "contract";
    case "check":
      return isNew ? "expand" : "contract";
    case "foreign-key":
      if (leadsToChanging(object, changing)) return "contract";
      return isNew && isFilledLater(ways) ? "expand" : "contract";
    default:
      return object satisfies never;
  }
}

/** A new column that the old version leaves without a value: no two rows are the same in it. */
function isFilledLater(ways: readonly (ColumnMove | undefined)[]): boolean {
  return ways.some(
    (move) => move?.way === "add" && move.after.nullable && move.after.default === undefined,
  );
}
