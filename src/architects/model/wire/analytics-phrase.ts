import type { Entity } from "../../../design/design.ts";

/**
 * The place of a table in the model of an analytical store, from its phrase: `fact: one line of a
 * sale`. Nothing for `""`; a phrase that is none stays.
 */
export function parseAnalytics(phrase: string): unknown {
  if (phrase.trim() === "") return undefined;
  const [, role, grain] = /^\s*([a-z-]{1,40})\s*:(.+)$/is.exec(phrase) ?? [];
  return role === undefined ? phrase : { role: role.toLowerCase(), grain };
}

/** The other way round. */
export function formatAnalytics(analytics: Entity["analytics"]): string {
  return analytics === undefined ? "" : `${analytics.role}: ${analytics.grain}`;
}
