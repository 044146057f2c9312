import type { Entity } from "../../../design/design.ts";
import { toKebab } from "../../../util/naming.ts";

type Transition = NonNullable<Entity["lifecycle"]>["transitions"][number];

/** A transition from its phrase, `placed -> paid: payment captured`; a phrase that is none stays. */
export function parseTransition(phrase: string): unknown {
  const [, from, to, trigger] = /^\s*([^>]+?)\s*->\s*([^:]+?)\s*:\s*(.+?)\s*$/s.exec(phrase) ?? [];
  if (from === undefined || to === undefined || trigger === undefined) return phrase;
  return { id: toKebab(`${from} to ${to}`), from, to, trigger };
}

/** The other way round. */
export function formatTransition({ from, to, trigger }: Transition): string {
  return `${from} -> ${to}: ${trigger}`;
}
