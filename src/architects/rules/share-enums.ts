import type { EntityDraft } from "./entity-draft.ts";

/** A field of one name has one set of values: where one statement lists them, they hold elsewhere. */
export function shareEnums(drafts: readonly EntityDraft[]): void {
  const known = new Map(
    drafts.flatMap(({ fields }) =>
      [...fields.values()]
        .filter(({ id, type, basis }) => type === "enum" && basis === "stated" && id.includes("-"))
        .map((field) => [field.id, field] as const),
    ),
  );
  for (const { fields } of drafts) {
    for (const [id, field] of fields) {
      const model = known.get(id);
      if (model === undefined || field.type === "enum") continue;
      const { name, nullable, readOnly, basis } = field;
      fields.set(id, { ...model, name, nullable, readOnly, basis });
    }
  }
}
