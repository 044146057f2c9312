/**
 * Ids in layers: each stands in a later layer than all it depends on. What hangs in a circle
 * stands together after everything that does not. Dependencies on unknown ids count as met.
 */
export function layered(
  ids: readonly string[],
  dependenciesOf: (id: string) => readonly string[],
): readonly (readonly string[])[] {
  const layers: (readonly string[])[] = [];
  let rest = [...new Set(ids)];
  while (rest.length > 0) {
    const waiting = new Set(rest);
    const free = rest.filter((id) =>
      dependenciesOf(id).every((other) => other === id || !waiting.has(other)),
    );
    const layer = free.length > 0 ? free : rest;
    layers.push(layer);
    rest = rest.filter((id) => !layer.includes(id));
  }
  return layers;
}
