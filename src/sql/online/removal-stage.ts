import { isDeepEqual } from "../../util/is-deep-equal.ts";
import type { MigrationStage } from "../migration-stage.ts";
import type { TableObject } from "../table-object.ts";
import { columnsOf, hasSameDefinition } from "../table-object.ts";
import type { ColumnMove } from "./column-move.ts";
import type { Moves } from "./has-way.ts";
import { hasWay } from "./has-way.ts";
import type { RuleTime } from "./rule-time.ts";
import { isImpliedBy } from "./rule-time.ts";

export function replacedStage(
  was: TableObject,
  is: TableObject,
  time: RuleTime,
  moves: Moves,
): MigrationStage {
  if (was.kind === "policy" || was.kind === "history") return "switch";
  if (was.kind === "primary-key") return "contract-keys";
  const isIndex = was.kind === "index";
  if (hasWay(was, moves, "swap")) return isIndex ? "switch-index" : "switch";
  if (hasWay(was, moves, "mirror")) {
    if (isIndex) return hasSameDefinition(was, is) ? "contract-drop-index" : "switch-index";
    return hasSameDefinition(was, is) ? "contract-drop" : "switch";
  }
  const isOnWidened = columnsOf(was).some((column) => moves.get(column)?.way === "widen");
  if (isOnWidened && was.kind === "check") return "expand";
  if (isOnWidened && isIndex && was.part.where !== undefined) return "expand-drop-index";
  // The engine writes a conversion into a check when a column below it changes: the way back had none.
  if (was.kind === "check" && columnsOf(was).some((column) => isRetyped(moves.get(column)))) {
    return "switch";
  }
  if (time === "switch" || time === "expand") {
    if (isIndex) return was.part.unique ? "switch-index" : "contract-drop-index";
    return "switch";
  }
  // A stricter rule takes the place of the old one; of two that do not compare, neither holds.
  const isStricter = isImpliedBy(was, is);
  if (isIndex) return was.part.unique && !isStricter ? "switch-index" : "contract-drop-index";
  return isStricter ? "contract-finish" : "switch";
}

function isRetyped(move: ColumnMove | undefined): boolean {
  return move?.way === "plain" && !isDeepEqual(move.before.type, move.after.type);
}

export function removalStage(object: TableObject, moves: Moves): MigrationStage {
  switch (object.kind) {
    case "primary-key":
      return "contract-keys";
    case "index": {
      const isRedone = hasWay(object, moves, "swap") || object.part.unique;
      return isRedone ? "switch-index" : "contract-drop-index";
    }
    case "check":
      return hasWay(object, moves, "widen") ? "expand" : "switch";
    case "unique-key":
    case "foreign-key":
    case "policy":
    case "history":
      return "switch";
    default:
      return object satisfies never;
  }
}
