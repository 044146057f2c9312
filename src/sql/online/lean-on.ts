import type { MigrationStage } from "../migration-stage.ts";
import { stageIndex } from "../migration-stage.ts";
import { pairsOf } from "../pairs-of.ts";
import type { TableObject } from "../table-object.ts";
import { columnsOf } from "../table-object.ts";
import type {
  AddedObject,
  KeptObject,
  OnlineObjectChanges,
  RemovedObject,
} from "./online-object-changes.ts";

/**
 * A foreign key leans on a unique index of its target: it goes before that does, and comes back
 * when another is there.
 */
export function leanOn(
  added: readonly AddedObject[],
  removed: readonly RemovedObject[],
  kept: readonly KeptObject[],
): OnlineObjectChanges {
  const supports = new Map<string, MigrationStage>();
  for (const { states, object, stage } of removed) {
    if (isSupport(object)) supports.set(supportKey(states.id, columnsOf(object)), stage);
  }
  const stageOf = (object: TableObject): MigrationStage | undefined =>
    object.kind === "foreign-key"
      ? supports.get(
          supportKey(
            object.part.table,
            pairsOf(object.part).map(({ targetColumn }) => targetColumn),
          ),
        )
      : undefined;
  const moved = kept.filter(({ before }) => stageOf(before) !== undefined);
  const leaning = new Set(
    [...moved.map(({ before }) => before), ...removed.map(({ object }) => object)].filter(
      (object) => stageOf(object) !== undefined,
    ),
  );
  const leanedOn = new Set(
    [...leaning].flatMap((object) =>
      object.kind === "foreign-key"
        ? [
            supportKey(
              object.part.table,
              pairsOf(object.part).map(({ targetColumn }) => targetColumn),
            ),
          ]
        : [],
    ),
  );
  // An index that foreign keys lean on goes in the transaction in which they go.
  const together = removed.map((item): RemovedObject => {
    if (item.object.kind === "foreign-key") {
      const own = stageOf(item.object);
      if (own === undefined || stageIndex(own) >= stageIndex(item.stage)) return item;
      return { ...item, stage: own === "contract-keys" ? own : "switch" };
    }
    const isLeanedOn =
      isSupport(item.object) && leanedOn.has(supportKey(item.states.id, columnsOf(item.object)));
    return isLeanedOn && item.stage === "switch-index" ? { ...item, stage: "switch" } : item;
  });
  const newSupports = new Map(
    added.flatMap(({ states, object, time }) =>
      isSupport(object) ? [[supportKey(states.id, columnsOf(object)), time] as const] : [],
    ),
  );
  const later = (item: AddedObject): AddedObject => {
    const { object, time } = item;
    if (object.kind !== "foreign-key") return item;
    const targets = pairsOf(object.part).map(({ targetColumn }) => targetColumn);
    const support = newSupports.get(supportKey(object.part.table, targets));
    if (support === "contract" || support === "keys") return { ...item, time: "keys" };
    const leans = stageOf(object) !== undefined || support !== undefined;
    return leans && time === "expand" ? { ...item, time: "switch" } : item;
  };
  return {
    removed: [
      ...together,
      ...moved.map(({ states, before }): RemovedObject => {
        const stage = stageOf(before);
        return { states, object: before, stage: stage === "contract-keys" ? stage : "switch" };
      }),
    ],
    added: [
      ...added.map(later),
      ...moved.map(({ states, before, after }): AddedObject => {
        const time = stageOf(before) === "contract-keys" ? "keys" : "switch";
        return later({ states, object: after, time, isOnCopy: false });
      }),
    ],
    kept: kept.filter((item) => !moved.includes(item)),
  };
}

function isSupport(object: TableObject): boolean {
  return (
    object.kind === "primary-key" ||
    object.kind === "unique-key" ||
    (object.kind === "index" && object.part.unique)
  );
}

function supportKey(table: string, columns: readonly string[]): string {
  return `${table}/${columns.toSorted().join()}`;
}
