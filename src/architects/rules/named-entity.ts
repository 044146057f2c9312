import { toKebab } from "../../util/naming.ts";
import { coreOf } from "./core-of.ts";
import { CONTAINER, speaksOf } from "./demand-text.ts";
import type { EntityDraft } from "./entity-draft.ts";

/** The entity that a phrase names: by itself, or by its last words. */
export function entityOf(phrase: string, drafts: readonly EntityDraft[]): EntityDraft | undefined {
  const core = coreOf(phrase);
  const words = core.split(" ");
  for (let from = 0; from < words.length; from++) {
    const rest = words.slice(from).join(" ");
    const found = drafts.find((draft) => [...draft.words].some((word) => coreOf(word) === rest));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** "Set the stock of a product": the thing is what holds it. */
export function holderOf(
  phrase: string,
  demand: string,
  drafts: readonly EntityDraft[],
): EntityDraft | undefined {
  const field = toKebab(coreOf(phrase));
  return drafts.find(
    (draft) =>
      [...draft.fields.keys()].some((id) => id === field || id.startsWith(`${field}-`)) &&
      [...draft.words].some((word) => speaksOf(demand, word)),
  );
}

/** "Add products to my wishlist": not the product is made, but its place in the list. */
export function containerOf(
  demand: string,
  entity: EntityDraft | undefined,
  drafts: readonly EntityDraft[],
): EntityDraft | undefined {
  const words = CONTAINER.exec(demand)?.[1];
  const container =
    words === undefined
      ? undefined
      : drafts.find(
          (draft) => draft !== entity && [...draft.words].some((word) => speaksOf(words, word)),
        );
  if (container === undefined || entity === undefined) return undefined;
  const tie = drafts.find(({ id }) => id === `${container.id}-${entity.id}`);
  // A cart or an order that a pattern knows has lines of its own.
  return (
    tie ?? (container.known === undefined || entity.known === undefined ? undefined : container)
  );
}
