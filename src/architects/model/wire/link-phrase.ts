import type { System } from "../../../design/design.ts";
import { toKebab } from "../../../util/naming.ts";

type Link = System["deployment"]["links"][number];

/** A connection from its phrase, `customer -> gateway-node: HTTPS`; a phrase that is none stays. */
export function parseLink(phrase: string): unknown {
  const [, from, to, protocol] = /^\s*(\S+)\s*->\s*([^\s:]+)\s*:\s*(.+?)\s*$/s.exec(phrase) ?? [];
  if (from === undefined || to === undefined || protocol === undefined) return phrase;
  return { id: toKebab(`${from} to ${to}`), from, to, protocol };
}

/** The other way round. */
export function formatLink({ from, to, protocol }: Link): string {
  return `${from} -> ${to}: ${protocol}`;
}
