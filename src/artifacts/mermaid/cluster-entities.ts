import type { Entity } from "../../design/design.ts";

/**
 * Divides entities into groups of at most `most`, so that what is related stands together: each
 * group grows from the first entity left by the one with the most relations into the group.
 */
export function clusterEntities(
  entities: readonly Entity[],
  most: number,
): readonly (readonly Entity[])[] {
  const count = Math.ceil(entities.length / (most - ROOM));
  const size = Math.ceil(entities.length / count);
  const left = new Set(entities);
  const clusters: (readonly Entity[])[] = [];
  while (left.size > 0) {
    const cluster: Entity[] = [];
    while (cluster.length < size && left.size > 0) {
      const next = strongest(cluster, left);
      left.delete(next);
      cluster.push(next);
    }
    clusters.push(cluster);
  }
  return clusters;
}

/** Places kept for neighbours of the cluster. */
const ROOM = 4;

function strongest(cluster: readonly Entity[], left: ReadonlySet<Entity>): Entity {
  let [best] = left;
  let most = 0;
  for (const candidate of left) {
    const ties = cluster.filter((member) => areRelated(member, candidate)).length;
    if (ties > most) [best, most] = [candidate, ties];
  }
  if (best === undefined) throw new Error("no entity is left");
  return best;
}

function areRelated(a: Entity, b: Entity): boolean {
  return a.relations.some(({ to }) => to === b.id) || b.relations.some(({ to }) => to === a.id);
}
