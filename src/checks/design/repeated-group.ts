import type { Entity } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import { wordsOf } from "../../util/naming.ts";
import type { DesignCheck } from "../design-check.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { label } from "./support/label.ts";

export const repeatedGroup = declareDiagnostic<{
  readonly entity: string;
  readonly fields: string;
  readonly stem: string;
}>({
  code: "design/repeated-group",
  severity: "error",
  message: ({ entity, fields }) => `${entity} repeats one attribute in several fields: ${fields}`,
  fix: ({ entity, stem }) =>
    `move ${stem} into an entity of its own with a relation to ${entity}, one row per value; where there can never be more, say why in denormalised`,
});

/** Postal addresses have numbered lines by convention. */
const CONVENTIONAL = /^(?:.* )?(?:address(?: line)?|street(?: line)?|line)$/;

/** No repeated groups (first normal form). */
export const repeatedGroupCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return entitiesOf(design).flatMap(({ entity, subject }) => {
      if (entity.denormalised !== undefined) return [];
      return groupsOf(entity).map(({ stem, fields }) =>
        repeatedGroup(
          subject,
          { entity: label(entity), stem, fields: fields.map(label).join(", ") },
          { related: fields.map(({ id }) => `${subject}/field/${id}`) },
        ),
      );
    });
  },
};

interface Group {
  readonly stem: string;
  readonly fields: Entity["fields"];
}

function groupsOf({ fields }: Entity): readonly Group[] {
  const numbered = fields.flatMap((field) => {
    const match = /^(.*?[a-z]) ?(\d{1,2})$/.exec(wordsOf(field.name).join(" "));
    const stem = match?.[1];
    return stem === undefined || CONVENTIONAL.test(stem)
      ? []
      : [{ stem, field, number: Number(match?.[2]) }];
  });
  const groups = Map.groupBy(numbered, ({ stem, field }) => `${stem}/${field.type}`);
  return [...groups.values()]
    .filter((group) => isCounted(group.map(({ number }) => number)))
    .map((group) => ({ stem: group[0]?.stem ?? "", fields: group.map(({ field }) => field) }));
}

/** `ISBN 10` and `ISBN 13` are two things; `phone 1` and `phone 2` are one, twice. */
function isCounted(numbers: readonly number[]): boolean {
  return numbers.some((number) => numbers.includes(number + 1));
}
