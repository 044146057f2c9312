/** Elements by their id; the first one counts where two share it. */
export function byId<T extends { readonly id: string }>(
  items: readonly T[],
): ReadonlyMap<string, T> {
  return new Map([...items].reverse().map((item) => [item.id, item]));
}
