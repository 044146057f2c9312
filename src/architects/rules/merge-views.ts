import type { EntityDraft } from "./entity-draft.ts";

const ROLES =
  /^(?:author|owner|creator|profile|sender|recipient|seller|buyer|member|assignee|reporter)$/;

/**
 * A "profile" or an "author" that holds nothing but what the account holds is a view of it, not a
 * thing of its own: what refers to it refers to the account in that role.
 */
export function mergeViews(drafts: readonly EntityDraft[]): readonly EntityDraft[] {
  const account = drafts.find(({ known }) => known?.entity.id === "account");
  if (account === undefined) return drafts;
  account.fields.delete("token");
  const views = drafts.filter(
    (draft) =>
      draft !== account &&
      draft.known === undefined &&
      ROLES.test(draft.id) &&
      isView(draft, account),
  );
  for (const view of views) {
    for (const word of view.words) account.words.add(word);
    for (const id of view.requirements) account.requirements.add(id);
    for (const draft of drafts) {
      for (const [field, reference] of draft.references) {
        if (reference.to === view.id) draft.references.set(field, { ...reference, to: account.id });
      }
    }
  }
  return drafts.filter((draft) => !views.includes(draft));
}

function isView({ fields }: EntityDraft, account: EntityDraft): boolean {
  const shared = [...fields.keys()].filter((id) => account.fields.has(id)).length;
  return fields.size > 1 && shared * 2 >= fields.size;
}
