import type { Entity } from "../../../design/design.ts";
import { toKebab } from "../../../util/naming.ts";

type Transition = NonNullable<Entity["lifecycle"]>["transitions"][number];

/**
 * A transition from its phrase, `placed -> paid: payment captured`; a phrase that is none stays.
 * The states are tried first, because a state may itself hold an arrow or a colon.
 */
export function parseTransition(phrase: string, states: readonly string[]): unknown {
  for (const from of states) {
    for (const to of states) {
      const start = `${from} -> ${to}: `;
      if (phrase.startsWith(start)) return toTransition(from, to, phrase.slice(start.length));
    }
  }
  const [, from, to, trigger] = /^([^>]+)->([^:]+):(.+)$/s.exec(phrase) ?? [];
  if (from === undefined || to === undefined || trigger === undefined) return phrase;
  return toTransition(from.trim(), to.trim(), trigger);
}

/** The other way round. */
export function formatTransition({ from, to, trigger }: Transition): string {
  return `${from} -> ${to}: ${trigger}`;
}

function toTransition(from: string, to: string, trigger: string): unknown {
  return { id: toKebab(`${from} to ${to}`), from, to, trigger };
}
