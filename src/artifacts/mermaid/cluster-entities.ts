import type { Entity } from "../../design/design.ts";
import { clusterItems } from "./cluster-items.ts";

/** Places kept for neighbours of the cluster. */
const ROOM = 4;

/** Divides entities into groups of at most `most`, neighbours included, along their relations. */
export function clusterEntities(
  entities: readonly Entity[],
  most: number,
): readonly (readonly Entity[])[] {
  const count = Math.ceil(entities.length / (most - ROOM));
  return clusterItems(entities, Math.ceil(entities.length / count), areRelated);
}

function areRelated(a: Entity, b: Entity): boolean {
  return a.relations.some(({ to }) => to === b.id) || b.relations.some(({ to }) => to === a.id);
}
