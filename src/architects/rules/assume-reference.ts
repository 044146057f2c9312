import { toKebab } from "../../util/naming.ts";
import type { EntityDraft } from "./entity-draft.ts";

/**
 * Lets one thing refer to another that it has no reference to yet, unless that closed a circle or
 * what the other leads to is copied here: who keeps a "beneficiary name" may not know the beneficiary.
 */
export function assumeReference(
  from: EntityDraft,
  to: EntityDraft,
  required: boolean,
  drafts: readonly EntityDraft[],
): void {
  const has = [...from.references.values()].some((reference) => reference.to === to.id);
  const led = ledTo(to, drafts);
  const copies = [...from.fields.keys()].some((id) =>
    [...led].some((other) => id.startsWith(`${other.id}-`)),
  );
  if (has || copies || led.has(from)) return;
  const field = toKebab(`${to.id}-id`, 60);
  from.references.set(field, {
    field,
    to: to.id,
    required,
    one: false,
    owned: false,
    basis: "assumed",
  });
}

/** A thing and all that it refers to, itself or through others. */
export function ledTo(
  from: EntityDraft,
  drafts: readonly EntityDraft[],
  seen: ReadonlySet<EntityDraft> = new Set(),
): ReadonlySet<EntityDraft> {
  if (seen.has(from)) return seen;
  let all: ReadonlySet<EntityDraft> = new Set([...seen, from]);
  for (const { to } of from.references.values()) {
    const next = drafts.find(({ id }) => id === to);
    if (next !== undefined) all = ledTo(next, drafts, all);
  }
  return all;
}
