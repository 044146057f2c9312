import type { Entity } from "../../../design/design.ts";
import { speaksOf } from "../demand-text.ts";
import { fieldNamed } from "../field-named.ts";
import type { PhysicalScene } from "./physical-scene.ts";
import { citing, concerning, operationsOn, stating, wordsFor } from "./physical-scene.ts";
import type { Shaped } from "./shape-entities.ts";

const SOFT =
  /\bsoft[- ]?delet\w*|\bun-?delet\w+|\b(?:recycle|trash) ?(?:bin|can)?\b.*\brestor|\brestor\w* (?:an? |the |their |my )?(?:\w+ )?(?:deleted|removed)\b|\b(?:deleted|removed) (?:[\w-]+ ){1,4}(?:can|may|must|could) be (?:restored|recovered|brought back)\b|\bmarked as deleted\b/i;
const FIELD = "deleted-at";

/** Rows that can be deleted are kept with the time of it, where the text wants them back. */
export function giveSoftDelete(entities: readonly Entity[], scene: PhysicalScene): Shaped {
  const statements = stating(scene, SOFT);
  if (statements.length === 0) return { entities, assumptions: [] };
  return {
    entities: entities.map((entity) => {
      const own = concerning(statements, entity, entities, scene);
      const isDeleted = operationsOn(entity, scene).some(({ shape }) => shape === "delete");
      const isNamed = own.some(({ text }) =>
        wordsFor(entity, scene).some((word) => speaksOf(text, word)),
      );
      if (own.length === 0 || !scene.relational.has(entity.store) || !(isDeleted || isNamed))
        return entity;
      return softDeleted(entity, citing(entity, own, scene));
    }),
    assumptions: [],
  };
}

function softDeleted(entity: Entity, requirements: readonly string[]): Entity {
  const field = fieldNamed(
    "deleted at",
    { basis: "stated" },
    {
      type: "timestamp",
      nullable: true,
      readOnly: true,
      samples: [],
      description: "When the row was deleted; a row without it lives, and reads show only those.",
    },
  );
  const fields = entity.fields.filter(({ id }) => id !== FIELD);
  const related = new Set(entity.relations.map((relation) => relation.field));
  return {
    ...entity,
    fields: [...fields, { ...field, id: FIELD }],
    softDelete: FIELD,
    // A foreign key looks through the deleted rows as well, so its index keeps them.
    indexes: entity.indexes.map((index) =>
      index.where === undefined && !related.has(index.fields[0] ?? "")
        ? { ...index, where: { field: FIELD } }
        : index,
    ),
    requirements,
  };
}
