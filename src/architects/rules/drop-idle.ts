import type { EntityDraft } from "./entity-draft.ts";
import type { OperationPlan } from "./domain-model.ts";

/**
 * What is only named ("never reaches a depot", "one charging of one battery") is no thing of the
 * product: nobody reads or writes it, the text says nothing that it holds, and nothing refers to it.
 */
export function dropIdle(
  drafts: readonly EntityDraft[],
  operations: readonly Pick<OperationPlan, "entity">[],
): readonly EntityDraft[] {
  const used = new Set(operations.map(({ entity }) => entity));
  const referred = new Set(
    drafts.flatMap((draft) => [...draft.references.values()].map(({ to }) => to)),
  );
  const kept = drafts.filter(
    (draft) =>
      draft.known !== undefined ||
      draft.isEvident ||
      used.has(draft.id) ||
      referred.has(draft.id) ||
      draft.references.size > 0 ||
      draft.lifecycle !== undefined ||
      [...draft.fields.values()].some(({ basis }) => basis === "stated"),
  );
  // Where nothing else is there, what is named is all that is known.
  return kept.length === 0 ? drafts : kept;
}
