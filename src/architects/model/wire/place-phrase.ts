/** Where data comes from or goes to, and what of it. */
export interface Place {
  readonly at: string;
  readonly entity?: string;
}

/** A place from its phrase: `warehouse`, or with an entity of it `database orders/order`. */
export function parsePlace(phrase: string): Place {
  const words = phrase.trim();
  const end = words.lastIndexOf(" ");
  const entity = words.slice(end + 1);
  if (end === -1 || !entity.includes("/")) return { at: words };
  return { at: words.slice(0, end).trim(), entity };
}

/** The other way round. */
export function formatPlace({
  at,
  entity,
}: {
  readonly at: string;
  readonly entity?: string | undefined;
}): string {
  return entity === undefined ? at : `${at} ${entity}`;
}
