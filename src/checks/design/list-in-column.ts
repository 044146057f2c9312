import pluralize from "pluralize";
import type { Field } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import { wordsOf } from "../../util/naming.ts";
import type { DesignCheck } from "../design-check.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { label } from "./support/label.ts";

export const listInColumn = declareDiagnostic<{
  readonly field: string;
  readonly entity: string;
  readonly type: string;
  readonly single: string;
}>({
  code: "design/list-in-column",
  severity: "error",
  message: ({ field, entity, type }) =>
    `the field ${field} of ${entity} keeps a list in one ${type}`,
  fix: ({ single, entity }) =>
    `make an entity for one ${single} with a relation to ${entity}, or, where it is no list, give it a singular name and a sample without separators`,
});

/** Last words that say that a text holds many values. */
const LIST_WORDS = new Set(["ids", "tags", "list", "csv", "labels", "keywords"]);

/** Two or more short items between separators; a sentence has longer ones. */
const LISTED = /^[^,;|]{1,30}(?:[,;|]\s*[^,;|.!?]{1,30})+$/;

/** No lists in columns (first normal form). */
export const listInColumnCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return entitiesOf(design).flatMap(({ entity, subject }) => {
      if (entity.denormalised !== undefined) return [];
      return entity.fields.filter(isList).map((field) =>
        listInColumn(`${subject}/field/${field.id}`, {
          field: label(field),
          entity: label(entity),
          type: field.type,
          single: pluralize.singular(wordsOf(field.name).join(" ")),
        }),
      );
    });
  },
};

function isList({ name, type, samples }: Field): boolean {
  if (type !== "string" && type !== "text") return false;
  const last = wordsOf(name).at(-1) ?? "";
  if (LIST_WORDS.has(last)) return true;
  const isListed = samples.some((sample) => typeof sample === "string" && LISTED.test(sample));
  return isListed && pluralize.isPlural(last) && !pluralize.isSingular(last);
}
