import { singularPhrase } from "../../requirements/singular-phrase.ts";
import type { EntityDraft } from "./entity-draft.ts";

/** "Favorites count" beside rows that say who favours what is counted, not kept; so is "favorited". */
export function dropComputed(drafts: readonly EntityDraft[]): void {
  for (const draft of drafts) {
    const parts = drafts.filter(
      (other) =>
        other !== draft && [...other.references.values()].some(({ to }) => to === draft.id),
    );
    for (const id of draft.fields.keys()) {
      const counted = /^(?:number-of-)?(.+?)(?:-count)?$/.exec(id)?.[1] ?? "";
      const isCount = id.endsWith("-count") || id.startsWith("number-of-");
      const isMark = draft.fields.get(id)?.type === "boolean" && /(?:ed|ing)$/.test(id);
      if (!isCount && !isMark) continue;
      const stem = isCount ? singularPhrase(counted) : id.replace(/(?:ed|ing)$/, "");
      if (
        parts.some(
          (part) =>
            part.id === stem ||
            part.id.endsWith(`-${stem}`) ||
            (isMark && part.id.endsWith(`-${stem}e`)),
        )
      )
        moveToComputed(draft, id);
    }
  }
}

/** No row keeps it, but answers go on to show it. */
function moveToComputed(draft: EntityDraft, id: string): void {
  const field = draft.fields.get(id);
  draft.fields.delete(id);
  if (field === undefined) return;
  const isMark = field.type === "boolean";
  draft.computed.set(id, {
    name: field.name.toLowerCase(),
    type: isMark ? "boolean" : "integer",
    samples: isMark ? [true] : [42],
    required: true,
  });
}
