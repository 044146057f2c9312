import type { Entity } from "../../../design/design.ts";
import type { Shaped } from "./shape-entities.ts";

/** An index that lists the newest first is sorted so. */
export function giveOrder(entities: readonly Entity[]): Shaped {
  return { entities: entities.map(ordered), assumptions: [] };
}

function ordered(entity: Entity): Entity {
  const indexes = entity.indexes.map((index) => {
    const last = index.fields.at(-1);
    const isNewest = last === "created-at" && /\bnewest first\b/.test(index.serves);
    return isNewest && index.fields.length > 1 ? { ...index, descending: [last] } : index;
  });
  return { ...entity, indexes };
}
