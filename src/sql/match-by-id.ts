/** What two lists have in common by id, in the order of the list that an item is in. */
export interface Matched<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly kept: readonly { readonly before: T; readonly after: T }[];
}

export function matchById<T>(
  before: readonly T[],
  after: readonly T[],
  idOf: (item: T) => string,
): Matched<T> {
  const old = new Map(before.map((item) => [idOf(item), item]));
  const current = new Set(after.map(idOf));
  return {
    added: after.filter((item) => !old.has(idOf(item))),
    removed: before.filter((item) => !current.has(idOf(item))),
    kept: after.flatMap((item) => {
      const counterpart = old.get(idOf(item));
      return counterpart === undefined ? [] : [{ before: counterpart, after: item }];
    }),
  };
}
