/** The names of elements by their ids; an id that resolves to nothing stands for itself. */
export function named(
  ids: readonly string[],
  elements: readonly { readonly id: string; readonly name: string }[],
): string {
  return ids.map((id) => elements.find((element) => element.id === id)?.name ?? id).join(", ");
}
