/**
 * Divides items into groups of at most `size`, so that what is joined stands together: each group
 * grows from the first item left by the one with the most ties into the group.
 */
export function clusterItems<Item extends object>(
  items: readonly Item[],
  size: number,
  areJoined: (a: Item, b: Item) => boolean,
): readonly (readonly Item[])[] {
  const left = new Set(items);
  const clusters: (readonly Item[])[] = [];
  while (left.size > 0) {
    const cluster: Item[] = [];
    while (cluster.length < size && left.size > 0) {
      const next = strongest(cluster, left, areJoined);
      left.delete(next);
      cluster.push(next);
    }
    clusters.push(cluster);
  }
  return clusters;
}

function strongest<Item extends object>(
  cluster: readonly Item[],
  left: ReadonlySet<Item>,
  areJoined: (a: Item, b: Item) => boolean,
): Item {
  const [first] = left;
  if (first === undefined) throw new Error("no item is left");
  let [best, most] = [first, 0];
  for (const candidate of left) {
    const ties = cluster.filter((member) => areJoined(member, candidate)).length;
    if (ties > most) [best, most] = [candidate, ties];
  }
  return best;
}
